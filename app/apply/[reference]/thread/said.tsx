import { ThreadList } from '@/components/thread/thread-list';
import { Link } from '@/components/ui/link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { Pagination } from '@/components/ui/pagination';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { ThreadView } from '@/lib/queries/apply/get-thread';

type SaidProps = {
  view: ThreadView;
  title: string;
  /** Whether the reader has just sent a message. */
  sent: boolean;
  /** Whether these are the latest entries. */
  isLatest: boolean;
};

/** The heading of the page, and what was said so far. */
export function Said({ view, title, sent, isLatest }: SaidProps) {
  const { reference, product, entries, assigned, closed, mayWrite } = view;
  return (
    <>
      {sent && entries.at(-1)?.by === 'You' ? (
        <NotificationBanner kind="success" heading="Your message is sent">
          <p>
            {assigned
              ? 'The assessor is told. You get a message when they answer.'
              : 'No assessor has this application yet, so the managers of the service are told. You get a message when there is an answer.'}
          </p>
        </NotificationBanner>
      ) : null}
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {product}, {reference}
        </span>{' '}
        {title}
      </h1>
      {entries.length > 0 ? (
        <ThreadList entries={entries} questionHref={(id) => paths.question(reference, id)} />
      ) : null}
      {entries.length === 0 && !closed && mayWrite ? (
        <p>
          Ask about anything that is not clear in what the assessor needs. The answer comes here. It
          does not change your answers: you still give those in the questions.
        </p>
      ) : null}
      <Pagination
        previous={isLatest ? undefined : { href: paths.thread(reference), label: 'Latest' }}
        next={
          view.earlier === null ? undefined : { href: `?before=${view.earlier}`, label: 'Earlier' }
        }
      />
      <MoreTime view={view} />
    </>
  );
}

/** More time is asked for on a page of its own, and then stands in the thread. */
function MoreTime({ view: { reference, request, mayAskTime } }: { view: ThreadView }) {
  if (!request || !mayAskTime) return null;
  return (
    <p>
      Information is due by <strong>{formatDate(request.dueOn)}</strong>.{' '}
      {request.extensionAsked ? 'You have asked for more time. ' : ''}
      <Link href={paths.moreTime(reference)}>
        {request.extensionAsked ? 'Ask for more time again' : 'Ask for more time'}
      </Link>
    </p>
  );
}
