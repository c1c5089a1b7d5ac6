import { WarningCallout } from '@/components/ui/warning-callout';
import type { AnswerFields, Question } from '@/lib/domain/questions/types';
import { AnswerView } from './answer-view';
import { AskAbout, type RequestItemData, RequestReasons } from './request-summary';

type ReturnedQuestionProps = {
  reference: string;
  question: Question;
  returned: RequestItemData | null;
  earlier: AnswerFields | null;
  /** Why the supplier opened it, where nobody asked. */
  unlockReason: string | null;
  /** Whether the reader may write to the assessor. */
  mayAsk: boolean;
};

/** What comes before the new answer: why it is wanted, and what was declared last time. */
export function ReturnedQuestion(props: ReturnedQuestionProps) {
  const { reference, question, returned, earlier, unlockReason, mayAsk } = props;
  return (
    <>
      {returned ? (
        <WarningCallout heading="What the assessor needs">
          <RequestReasons item={returned} />
          {mayAsk ? <AskAbout reference={reference} questionId={question.id} /> : null}
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
