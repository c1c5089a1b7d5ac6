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
import { SentNotes } from './sent-notes';

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
    sent: readonly { round: number; note: string; at: Date }[];
    files: readonly ShownFile[];
  };
  today: PlainDate;
  /** What may still come: that it waits for the first time, or for more; null for nothing. */
  waits: 'first' | 'again' | null;
  /** Everything that the portal holds of it. */
  euo: Path;
};

/** One of a sample for staff: what the portal judges it to be, and what the supplier sent. */
export function SampledEvidence({ item, today, waits, euo }: SampledEvidenceProps) {
  const { odsCode, product, goLiveOn, verdict, reasons, flags, sent, files } = item;
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
        {waits === 'first' ? <p>Nothing was sent yet.</p> : null}
        {waits === 'again' ? (
          <p>
            The supplier is asked for more.{' '}
            {sent.length > 0 ? 'This is what it sent before.' : 'It sent nothing before.'}
          </p>
        ) : null}
        {waits === null && sent.length === 0 ? <p>Nothing for this organisation.</p> : null}
        <SentNotes sent={sent} />
        {files.length > 0 ? <FileList files={files} today={today} /> : null}
      </section>
    </>
  );
}
