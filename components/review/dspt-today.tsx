import type { CaseQuestion } from '@/lib/domain/case-view';
import type { PlainDate } from '@/lib/domain/dates';
import type { DsptJudgement } from '@/lib/domain/dspt';
import { formatDate } from '@/lib/format';
import { FlagList } from './answer-view';

type DsptTodayProps = {
  view: { dspt: DsptJudgement | null; today: PlainDate; questions: readonly CaseQuestion[] };
};

/** The declared DSPT status as the rules judge it today, which is what decides. */
export function DsptToday({ view }: DsptTodayProps) {
  const { dspt, today, questions } = view;
  if (dspt === null) return null;
  const status = questions.find(({ id }) => id === 'dspt-status');
  const passes = dspt.verdict === 'passes';
  return (
    <section aria-labelledby="dspt-today">
      <h2 className="nhsuk-heading-s" id="dspt-today">
        DSPT status on {formatDate(today)}
      </h2>
      <p>
        {status?.parts.map((part) => part.text).join(', ')}.{' '}
        {passes ? 'It passes today.' : 'It does not pass today, so only rejection is possible.'}
      </p>
      <FlagList flags={status?.flags ?? []} />
    </section>
  );
}
