import { Link } from '@/components/ui/link';
import { questionName } from '@/lib/domain/completeness';
import { questionOf } from '@/lib/domain/questions/catalogue';
import type { QuestionId } from '@/lib/domain/questions/types';
import type { ThreadEntry } from '@/lib/domain/thread';
import { formatDateTime } from '@/lib/format';
import type { Href } from '@/lib/paths';
import './thread.css';

type ThreadListProps = {
  entries: readonly ThreadEntry[];
  /** Where a question is read. */
  questionHref: (id: QuestionId) => Href;
};

/** What was said, the oldest first; text as it was typed. */
export function ThreadList({ entries, questionHref }: ThreadListProps) {
  return (
    <ol className="app-thread">
      {entries.map(({ sequence, at, by, side, deed, questionId, text, redacted }) => (
        <li key={sequence} className={`app-thread__entry app-thread__entry--${side}`}>
          <p>
            <strong>{by}</strong>{' '}
            <span className="app-thread__when">
              <time dateTime={at.toISOString()}>{formatDateTime(at)}</time>
            </span>
          </p>
          {questionId ? (
            <p className="app-thread__about">
              About{' '}
              <Link href={questionHref(questionId)}>{questionName(questionOf(questionId))}</Link>
            </p>
          ) : null}
          {deed ? <p>{deed}</p> : null}
          {redacted ? <p>The words of this entry were taken out.</p> : null}
          {text === null ? null : (
            <p className="app-typed" dir="auto">
              {text}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
