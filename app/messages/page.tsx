import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { MessageList } from '@/components/messages/message-list';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { Pagination } from '@/components/ui/pagination';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { listMessages } from '@/lib/queries/messages/list-messages';
import { markReadAction } from './actions';

type Props = { searchParams: Promise<{ after?: string | string[]; done?: string | string[] }> };

export default withProblemView(async ({ searchParams }: Props) => {
  const actor = await requireActor('account:own');
  const search = await searchParams;
  const after = typeof search.after === 'string' ? search.after : undefined;
  const page = await listMessages(actor, after);
  if (!page) go(paths.notFound);
  const newest = page.rows[0];
  return (
    <SignedInPage actor={actor} title="Messages" width="narrow" unread={page.unread}>
      {search.done === 'read' ? (
        <NotificationBanner kind="success" heading="All your messages are marked as read" />
      ) : null}
      <h1 className="nhsuk-heading-l">Messages</h1>
      <p>
        <Link href={paths.messageChoices}>Choose which of them come by email</Link>
      </p>
      {newest ? (
        <>
          {page.rows.some(({ isNew }) => isNew) ? (
            <form action={markReadAction}>
              <input type="hidden" name="until" value={newest.at.toISOString()} />
              <Button variant="secondary">Mark all as read</Button>
            </form>
          ) : null}
          <MessageList messages={page.rows} />
        </>
      ) : (
        <p>
          You have no messages. When something happens that concerns you, you read it here and most
          often get an email too.
        </p>
      )}
      <Pagination
        previous={after ? { href: paths.messages, label: 'First' } : undefined}
        next={page.next === null ? undefined : { href: `?after=${page.next}` }}
      />
    </SignedInPage>
  );
});
