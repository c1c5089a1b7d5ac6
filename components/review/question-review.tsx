import type { ReactNode } from 'react';
import { BesideAnswer } from '@/components/registers/beside-answer';
import type { CaseQuestion } from '@/lib/domain/case-view';
import type { PlainDate } from '@/lib/domain/dates';
import type { FormValues } from '@/lib/domain/form-state';
import type { QuestionId } from '@/lib/domain/questions/types';
import type { BesideAnswer as Beside } from '@/lib/domain/register-truth';
import { AnswerFiles } from './answer-files';
import { AnswerView, ChangeView, FlagList } from './answer-view';
import { NoteForm } from './note-form';
import { VerdictForm } from './verdict-form';
import { StaffNotes, VerdictView } from './verdict-view';

type QuestionReviewProps = {
  question: CaseQuestion;
  reference: string;
  round: number;
  /** Where saving the verdict goes on; null: the end of the page. */
  next: QuestionId | null;
  mayReview: boolean;
  today: PlainDate;
  /** What the public register says of the answer. */
  beside: Beside | null;
  /** What else stands beside the answer, as the supplier's record beside Q.3. */
  children?: ReactNode;
};

/** What the verdict's form begins with: the review of this round, as it was saved. */
function initialOf({ own }: CaseQuestion): FormValues {
  if (!own) return {};
  const points = Object.entries(own.points).map(([id, mark]) => [`point-${id}`, mark]);
  return {
    ...Object.fromEntries(points),
    verdict: own.verdict,
    reasons: own.reasons,
    noteToSupplier: own.noteToSupplier,
  };
}

/** One question on the case's screen: left the answer with its flags, right the verdict. */
export function QuestionReview(props: QuestionReviewProps) {
  const { question, reference, round, next, mayReview } = props;
  const { id, number, short, standing, own, change } = question;
  const label = number ?? short;
  const diff = change !== null && (change.changed || change.asked || change.reason !== null);
  const version = own?.version ?? 0;
  const known = standing.from !== 'none' || standing.earlier !== null;
  return (
    <section
      className="app-question"
      id={`question-${id}`}
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
    >
      <div className="app-question__answer">
        <h3 className="nhsuk-heading-s app-question__title" id={`${id}-title`}>
          {number ? <span className="app-question__number">{number} </span> : null}
          {question.title}
        </h3>
        <FlagList flags={question.flags} />
        {diff && change ? <ChangeView change={change} round={round} /> : null}
        {change?.changed ? null : <AnswerView parts={question.parts} />}
        {change?.changed ? (
          <details className="nhsuk-details app-case-details">
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">The whole answer to {label}</span>
            </summary>
            <div className="app-case-details__body">
              <AnswerView parts={question.parts} />
            </div>
          </details>
        ) : null}
        <BesideAnswer beside={props.beside} dense />
        {props.children}
        <AnswerFiles files={question.files} label={label} today={props.today} />
      </div>
      <div className="app-question__verdict">
        {known || !mayReview ? <VerdictView {...question} round={round} /> : null}
        {mayReview ? (
          <VerdictForm
            key={version}
            label={label}
            name={`review-${id}`}
            version={version}
            hidden={{ reference, round: String(round), questionId: id, next: next ?? '' }}
            initial={initialOf(question)}
            points={question.points.map((point) => ({
              ...point,
              ticked: question.ticked.includes(point.id),
            }))}
            reasons={question.reasons}
            summary={standing.from === 'none' ? null : `Change the verdict on ${label}`}
          />
        ) : null}
        <StaffNotes notes={question.notes} />
        {mayReview && standing.from === 'none' ? null : (
          <NoteForm
            name={`note-${id}`}
            version={question.notes.length}
            hidden={{ reference, questionId: id }}
            about={label}
          />
        )}
      </div>
    </section>
  );
}
