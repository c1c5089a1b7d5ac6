import { Link } from '@/components/ui/link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { WarningCallout } from '@/components/ui/warning-callout';
import { formatPlainDate, type PlainDate } from '@/lib/domain/dates';
import { questionOf } from '@/lib/domain/questions/catalogue';
import type { QuestionId } from '@/lib/domain/questions/types';
import { paths } from '@/lib/paths';

export type RequestItemData = {
  questionId: QuestionId;
  /** In words. */
  reasons: readonly string[];
  missing: readonly string[];
  note: string;
};
export type RequestData = {
  dueOn: PlainDate;
  lastDay: PlainDate;
  message: string;
  extensionAsked: boolean;
  items: readonly RequestItemData[];
};
type RequestSummaryProps = {
  reference: string;
  request: RequestData;
  /** Whether the reader may write to the assessor. */
  mayAsk: boolean;
};

/** What the assessor asks for, by when, and where each part is answered. */
export function RequestSummary({ reference, request, mayAsk }: RequestSummaryProps) {
  const { dueOn, items, lastDay } = request;
  return (
    <WarningCallout heading="What the assessor needs">
      {request.message === '' ? null : <p className="app-typed">{request.message}</p>}
      <ul className="nhsuk-list">
        {items.map((item) => {
          const question = questionOf(item.questionId);
          return (
            <li key={item.questionId}>
              <p className="app-request__question">
                <Link href={paths.question(reference, question.id)}>
                  {question.number ? `${question.number} ${question.short}` : question.short}
                </Link>
              </p>
              <RequestReasons item={item} />
              {mayAsk ? <AskAbout reference={reference} questionId={item.questionId} /> : null}
            </li>
          );
        })}
      </ul>
      <p>
        Answer by {formatPlainDate(dueOn)}, then submit again. Without an answer by{' '}
        {formatPlainDate(lastDay)} the request closes and the assessor decides on what is there.
        {request.extensionAsked ? ' You have asked for more time.' : ''}
      </p>
    </WarningCallout>
  );
}

type AskAboutProps = { reference: string; questionId: QuestionId };

/** The way to ask the assessor what is meant. */
export function AskAbout({ reference, questionId }: AskAboutProps) {
  const { number, short } = questionOf(questionId);
  return (
    <p>
      <Link href={`${paths.thread(reference)}?about=${questionId}`}>
        Ask the assessor about this question
        <VisuallyHidden>: {number ?? short}</VisuallyHidden>
      </Link>
    </p>
  );
}

/** The assessor's reasons, what was not covered, and the note: text as it was written. */
export function RequestReasons({ item }: { item: RequestItemData }) {
  return (
    <>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {item.reasons.map((reason) => (
          <li key={reason} dir="auto">
            {reason}
          </li>
        ))}
        {item.missing.map((point) => (
          <li key={point}>Not covered: {point}</li>
        ))}
      </ul>
      {item.note === '' ? null : <p className="app-typed app-request__note">{item.note}</p>}
    </>
  );
}
