import { FileList, type ShownFile } from '@/components/evidence/file-list';
import { Link } from '@/components/ui/link';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { answerLines } from '@/lib/domain/answer-words';
import { questionName } from '@/lib/domain/completeness';
import type { PlainDate } from '@/lib/domain/dates';
import { questionOf } from '@/lib/domain/questions/catalogue';
import type { AnswerFields, CoveragePoint } from '@/lib/domain/questions/types';
import { GROUPS, type GroupId, type QuestionId } from '@/lib/domain/questions/types';
import { paths } from '@/lib/paths';

export type CheckedAnswerData = {
  questionId: QuestionId;
  points: readonly CoveragePoint[];
  fields: AnswerFields;
  files: readonly ShownFile[];
  open: boolean;
  flagged: boolean;
  unlockReason: string | null;
};
type Props = {
  reference: string;
  answers: readonly CheckedAnswerData[];
  mayEdit: boolean;
  today: PlainDate;
};

/** Every answer in its group, with the way to change it where it may be changed. */
export function CheckedAnswers({ answers, ...rest }: Props) {
  const groups = Object.keys(GROUPS) as GroupId[];
  return groups.map((group) => {
    const own = answers.filter(({ questionId }) => questionOf(questionId).group === group);
    if (own.length === 0) return null;
    return (
      <section key={group} aria-labelledby={`group-${group}`}>
        <h2 className="nhsuk-heading-m" id={`group-${group}`}>
          {GROUPS[group]}
        </h2>
        {own.map((answer) => (
          <CheckedAnswer key={answer.questionId} answer={answer} {...rest} />
        ))}
      </section>
    );
  });
}

type OneProps = Omit<Props, 'answers'> & { answer: CheckedAnswerData };

function CheckedAnswer({ reference, answer, mayEdit, today }: OneProps) {
  const question = { ...questionOf(answer.questionId), coveragePoints: answer.points };
  const lines = answerLines(question, answer.fields);
  return (
    <section className="app-answer">
      <div className="app-answer__head">
        <h3 className="nhsuk-heading-xs app-heading-tight">
          {question.number ? `${question.number} ` : ''}
          {question.title} {answer.flagged ? <Tag colour="orange">Asked for</Tag> : null}
        </h3>
        {mayEdit && answer.open ? (
          <p className="app-answer__change">
            <Link href={paths.question(reference, question.id)}>
              Change<span className="nhsuk-u-visually-hidden"> {questionName(question)}</span>
            </Link>
          </p>
        ) : null}
      </div>
      {answer.unlockReason === null ? null : (
        <p className="app-typed">You opened this question again: {answer.unlockReason}</p>
      )}
      <SummaryList
        rows={lines.map(({ label, text }) => ({
          label,
          value: text === '' ? <em>Nothing yet</em> : <span className="app-typed">{text}</span>,
        }))}
      />
      {answer.files.length > 0 ? (
        <>
          <h4 className="nhsuk-heading-xs app-files__title">
            Files<VisuallyHidden> of {questionName(question)}</VisuallyHidden>
          </h4>
          <FileList files={answer.files} today={today} />
        </>
      ) : null}
    </section>
  );
}
