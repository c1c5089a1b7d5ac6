import '@/components/suppliers/suppliers.css';
import { OnboardingStateTag, VerdictTag } from '@/components/euo/verdict-tags';
import { FileList, type ShownFile } from '@/components/evidence/file-list';
import { Link } from '@/components/ui/link';
import { SummaryList } from '@/components/ui/summary-list';
import type { PlainDate } from '@/lib/domain/dates';
import type { OnboardingState } from '@/lib/domain/onboarding';
import {
  VERDICT_FLAGS,
  VERDICT_REASONS,
  type Verdict,
  type VerdictFlag,
  type VerdictReason,
} from '@/lib/domain/onboarding-verdict';
import { sinceDrawn } from '@/lib/domain/spot-check';
import { formatDate } from '@/lib/format';
import type { Path } from '@/lib/paths';

type SampledEvidenceProps = {
  item: {
    odsCode: string;
    product: string;
    state: OnboardingState;
    stateThen: OnboardingState;
    verdict: Verdict;
    reasons: readonly VerdictReason[];
    flags: readonly VerdictFlag[];
    goLiveOn: PlainDate | null;
    note: string;
    files: readonly ShownFile[];
  };
  today: PlainDate;
  /** Whether the supplier has sent it. */
  sent: boolean;
  /** Everything that the portal holds of it. */
  euo: Path;
};

/** One of a sample for staff: what the portal judges it to be, and what the supplier sent. */
export function SampledEvidence({ item, today, sent, euo }: SampledEvidenceProps) {
  const { odsCode, product, goLiveOn, verdict, reasons, flags, note, files } = item;
  const findings = [
    ...reasons.map((reason) => VERDICT_REASONS[reason]),
    ...flags.map((flag) => VERDICT_FLAGS[flag]),
  ];
  const since = sinceDrawn(item.stateThen, item.state);
  return (
    <>
      <SummaryList
        rows={[
          {
            label: 'ODS code',
            value: (
              <>
                {odsCode}. <Link href={euo}>All that the portal holds of it</Link>
              </>
            ),
          },
          { label: 'Product', value: product },
          {
            label: 'State',
            value: (
              <>
                <OnboardingStateTag state={item.state} /> {since}
              </>
            ),
          },
          { label: 'Went live', value: goLiveOn ? formatDate(goLiveOn) : 'No date' },
          {
            label: 'Verdict',
            value: (
              <>
                <VerdictTag verdict={verdict} /> {findings.join('; ')}
              </>
            ),
          },
        ]}
      />
      <section className="app-sample" aria-labelledby="sent">
        <h2 className="nhsuk-heading-m" id="sent">
          What the supplier sent
        </h2>
        {sent ? null : <p>Nothing was sent yet.</p>}
        {sent && note === '' && files.length === 0 ? <p>Nothing for this organisation.</p> : null}
        {sent && note !== '' ? (
          <p className="app-typed" dir="auto">
            {note}
          </p>
        ) : null}
        {sent && files.length > 0 ? <FileList files={files} today={today} /> : null}
      </section>
    </>
  );
}
