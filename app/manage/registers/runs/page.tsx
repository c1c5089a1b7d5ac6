import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { RunsTable } from '@/components/registers/runs-table';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { listJudgingRuns } from '@/lib/queries/registers/list-judging-runs';

type Search = Partial<Record<'after' | 'days', string | string[]>>;

export default withProblemView(async ({ searchParams }: { searchParams: Promise<Search> }) => {
  const actor = await requireActor('register:view');
  const { after, days } = await searchParams;
  const quiet = days === 'all';
  const from = typeof after === 'string' ? after : undefined;
  const page = await listJudgingRuns(actor, { after: from, quiet });
  if (!page) go(paths.notFound);
  const all = quiet ? '&days=all' : '';
  return (
    <SignedInPage
      actor={actor}
      title="What was judged again"
      width="wide"
      back={{ href: paths.registers, label: 'Registers' }}
    >
      <h1 className="nhsuk-heading-l">What was judged again</h1>
      <p>
        Every approval in force and every end user organisation is judged again with each new file
        of a register, each new AUP version, and each day.
      </p>
      <p>
        {quiet ? (
          <>
            Every day is shown. <Link href={paths.judgingRuns}>Leave out the quiet days</Link>
          </>
        ) : (
          <>
            Days on which nothing changed are left out.{' '}
            <Link href={`${paths.judgingRuns}?days=all`}>Show every day</Link>
          </>
        )}
      </p>
      <RunsTable runs={page.rows} />
      <Pagination
        previous={
          from
            ? { href: quiet ? `${paths.judgingRuns}?days=all` : paths.judgingRuns, label: 'First' }
            : undefined
        }
        next={page.next === null ? undefined : { href: `?after=${page.next}${all}` }}
      />
    </SignedInPage>
  );
});
