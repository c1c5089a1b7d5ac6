import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import { readySinceOverride, stateWords } from '@/lib/domain/onboarding-state-words';
import type { OnboardingReader } from '@/lib/domain/onboarding-telling';
import type { OnboardingView } from '@/lib/domain/onboarding-view';
import { plannedDayPassed } from '@/lib/domain/planned-day';
import { formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { ToldList } from './told-list';
import { OnboardingStateTag, VerdictTag } from './verdict-tags';
import './euo.css';

type SummaryProps = { view: OnboardingView; reader: OnboardingReader; linked: boolean };

/** Where an onboarding stands, whether it is ready, and every reason, in words. */
export function VerdictSummary({ view, reader, linked }: SummaryProps) {
  const passed = plannedDayPassed(view, reader);
  const { state, verdict, override, stateReason } = view;
  const readySince = readySinceOverride(view);
  return (
    <>
      <p className="app-euo__state">
        <OnboardingStateTag state={state} /> <span>{stateWords(view)}</span>{' '}
        <VerdictTag verdict={verdict} />
      </p>
      {view.uncleared ? (
        <InsetText>
          <p>
            <strong>{view.uncleared}.</strong> This organisation is live on {view.product} all the
            same.
            {reader === 'supplier' ? (
              <>
                {' '}
                Suspend it, or <Link href={paths.apply}>see your applications</Link>.
              </>
            ) : null}
          </p>
        </InsetText>
      ) : null}
      {passed ? (
        <InsetText>
          <ToldList told={[passed]} view={view} linked={linked} />
        </InsetText>
      ) : null}
      {stateReason && !override ? <p className="app-typed">‘{stateReason}’</p> : null}
      <p className="app-euo__verdict">{view.says}</p>
      <ToldList told={view.reasons} view={view} linked={linked} />
      {override ? (
        <InsetText>
          <p>
            It went live by an override
            {override.by ? `, by ${override.by}` : ''}, {formatDateTime(override.at)}. Assessors see
            this.
          </p>
          <p className="app-typed">‘{override.reason}’</p>
          {readySince ? <p>{readySince}.</p> : null}
          {stateReason && stateReason !== override.reason ? (
            <p className="app-typed">Since: ‘{stateReason}’</p>
          ) : null}
        </InsetText>
      ) : null}
      {view.flags.length > 0 ? (
        <>
          <h3 className="nhsuk-heading-xs">Worth knowing</h3>
          <ToldList told={view.flags} view={view} linked={linked} />
        </>
      ) : null}
    </>
  );
}
