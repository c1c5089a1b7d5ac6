import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { DeliveriesTable } from '@/components/messages/deliveries-table';
import { Button } from '@/components/ui/button';
import { InsetText } from '@/components/ui/inset-text';
import { Pagination } from '@/components/ui/pagination';
import { requireActor } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { listDeliveries } from '@/lib/queries/messages/list-deliveries';
import { retryAction, retryAllAction } from './actions';
import { RetriedNotice } from './retried-notice';

type Param = string | string[];
type Search = { failed?: Param; all?: Param; retried?: Param; left?: Param };
const text = (value: Param | undefined) => (typeof value === 'string' ? value : '');

export default withProblemView(async ({ searchParams }: { searchParams: Promise<Search> }) => {
  const actor = await requireActor('delivery:view');
  const search = await searchParams;
  const after = { failed: text(search.failed), all: text(search.all) };
  const found = await listDeliveries(actor, after);
  if (!found) go(paths.notFound);
  const { DEMO, SMTP_URL } = env();
  const { failed, all } = found;
  return (
    <SignedInPage actor={actor} title="Emails" width="wide">
      <RetriedNotice retried={search.retried} left={search.left} />
      <h1 className="nhsuk-heading-l">Emails</h1>
      {SMTP_URL ? null : (
        <InsetText>
          <p>
            No mail server is set up, so no email leaves the portal.
            {DEMO ? ' Open an email to read what would be sent.' : ''}
          </p>
        </InsetText>
      )}
      {failed.rows.length > 0 || after.failed ? (
        <section aria-label="Failed">
          <p>
            These did not arrive. Check the address with the person, who finds each message in the
            portal as well, but not the link of an invitation or of a new password. Then try again.
          </p>
          <form action={retryAllAction}>
            <Button variant="secondary">Try all failed again</Button>
          </form>
          <DeliveriesTable
            deliveries={failed.rows}
            caption="Emails that failed"
            empty="No other email failed."
            withText={DEMO}
            retry={retryAction}
          />
          <Pagination
            previous={after.failed ? { href: paths.mail, label: 'First' } : undefined}
            next={failed.next === null ? undefined : { href: `?failed=${failed.next}` }}
          />
        </section>
      ) : null}
      <section aria-label="All">
        <DeliveriesTable
          deliveries={all.rows}
          caption="All emails, the newest first"
          empty="No emails yet."
          withText={DEMO}
        />
        <Pagination
          previous={after.all ? { href: paths.mail, label: 'First' } : undefined}
          next={all.next === null ? undefined : { href: `?all=${all.next}` }}
        />
      </section>
    </SignedInPage>
  );
});
