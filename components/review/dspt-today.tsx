import type { CaseQuestion } from '@/lib/domain/case-view';
import type { PlainDate } from '@/lib/domain/dates';
import type { DsptJudgement } from '@/lib/domain/dspt';
import type { QuestionId } from '@/lib/domain/questions/types';
import type { BesideAnswer } from '@/lib/domain/register-truth';
import { formatDate } from '@/lib/format';
import { FlagList } from './answer-view';

type DsptTodayProps = {
  view: {
    dspt: DsptJudgement | null;
    today: PlainDate;
    questions: readonly CaseQuestion[];
    register: ReadonlyMap<QuestionId, BesideAnswer>;
  };
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
      <RegisterToday register={view.register} />
    </section>
  );
}

/** What the public register says today, and where it says something else than the supplier. */
function RegisterToday({ register }: Pick<DsptTodayProps['view'], 'register'>) {
  const beside = register.get('dspt-status');
  if (!beside) return null;
  if (beside.asOf === null) return <p>No copy of the public register is in use.</p>;
  const differs = [...register.values()].flatMap(({ truth }) =>
    truth && truth.state !== 'agrees' ? [truth] : [],
  );
  return (
    <>
      <p>
        The public register of {formatDate(beside.asOf)}:{' '}
        {differs.length === 0 ? 'it agrees with every answer.' : beside.says}
      </p>
      {differs.length > 0 ? (
        <ul>
          {differs.map(({ questionId, words }) => (
            <li key={questionId}>{words}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
