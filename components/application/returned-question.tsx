import { WarningCallout } from '@/components/ui/warning-callout';
import type { AnswerFields, Question } from '@/lib/domain/questions/types';
import { AnswerView } from './answer-view';
import { type RequestItemData, RequestReasons } from './request-summary';

type ReturnedQuestionProps = {
  question: Question;
  returned: RequestItemData | null;
  earlier: AnswerFields | null;
  /** Why the supplier opened it, where nobody asked. */
  unlockReason: string | null;
};

/** What comes before the new answer: why it is wanted, and what was declared last time. */
export function ReturnedQuestion(props: ReturnedQuestionProps) {
  const { question, returned, earlier, unlockReason } = props;
  return (
    <>
      {returned ? (
        <WarningCallout heading="What the assessor needs">
          <RequestReasons item={returned} />
        </WarningCallout>
      ) : null}
      {unlockReason === null ? null : (
        <p>
          You opened this question with the reason: <q className="app-typed">{unlockReason}</q>
        </p>
      )}
      {earlier ? (
        <>
          <h2 className="nhsuk-heading-s">What you declared before</h2>
          <AnswerView question={question} fields={earlier} />
        </>
      ) : null}
      <h2 className="nhsuk-heading-m">Your answer now</h2>
    </>
  );
}
