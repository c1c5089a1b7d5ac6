import { ThreadList } from '@/components/thread/thread-list';
import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { Pagination } from '@/components/ui/pagination';
import { paths } from '@/lib/paths';
import type { CaseThreadView } from '@/lib/queries/assess/get-case-thread';

type SaidProps = {
  view: CaseThreadView;
  title: string;
  /** Whether the reader has just sent a message. */
  sent: boolean;
  /** Whether these are the latest entries. */
  isLatest: boolean;
};

/** The heading of the page, and what was said so far. */
export function Said({ view, title, sent, isLatest }: SaidProps) {
  const { reference, supplier, product, entries } = view;
  return (
    <>
      {sent && entries.at(-1)?.by === 'You' ? (
        <NotificationBanner kind="success" heading="Your message is sent">
          <p>The supplier is told.</p>
        </NotificationBanner>
      ) : null}
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {product} by {supplier}, {reference}
        </span>{' '}
        {title}
      </h1>
      {entries.length > 0 ? (
        <ThreadList
          entries={entries}
          questionHref={(id) => `${paths.assessment(reference)}#question-${id}`}
        />
      ) : (
        <p>The supplier has not asked anything.</p>
      )}
      <Pagination
        previous={isLatest ? undefined : { href: paths.caseThread(reference), label: 'Latest' }}
        next={
          view.earlier === null ? undefined : { href: `?before=${view.earlier}`, label: 'Earlier' }
        }
      />
      {view.timeAsked ? (
        <InsetText>
          <p>
            The supplier waits for an answer about more time.{' '}
            {view.isAssignee ? (
              <Link href={paths.caseRequest(reference)}>Change the due date</Link>
            ) : (
              'Whoever has the case can change the due date.'
            )}
          </p>
        </InsetText>
      ) : null}
    </>
  );
}
