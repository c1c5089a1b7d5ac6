import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { DaysSoFar } from '@/components/application/days-so-far';
import { timelineItem } from '@/components/application/timeline-item';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { ProblemView } from '@/components/ui/problem-view';
import { Timeline } from '@/components/ui/timeline';
import { requireActor } from '@/lib/auth/session';
import { can } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { getCaseHistory } from '@/lib/queries/assess/get-case-history';

export default async function HistoryPage(props: PageProps<'/assess/[reference]/history'>) {
  const actor = await requireActor('case:view');
  const { reference } = await props.params;
  const { before } = await props.searchParams;
  const place =
    typeof before === 'string' && /^[1-9][0-9]{0,8}$/.test(before) ? Number(before) : undefined;
  const view = await readPage(() => getCaseHistory(actor, reference, place));
  const back = { href: paths.assessment(reference), label: 'Back to the application' } as const;
  return (
    <SignedInPage actor={actor} title="History" back={back} width="narrow">
      {view ? (
        <>
          <h1 className="nhsuk-heading-l">
            <span className="nhsuk-caption-l">
              {view.product} by {view.supplier}, {view.reference}
            </span>{' '}
            History
          </h1>
          <DaysSoFar days={view.days} />
          <p>Everything that happened to this application, the latest first.</p>
          {can(actor, 'event:redact') ? (
            <p>
              <Link href={paths.history(view.reference)}>Have words taken out of the history</Link>
            </p>
          ) : null}
          <Timeline items={view.entries.map(timelineItem)} />
          <Pagination
            previous={
              place === undefined
                ? undefined
                : { href: paths.caseHistory(view.reference), label: 'Latest' }
            }
            next={
              view.next === null ? undefined : { href: `?before=${view.next}`, label: 'Earlier' }
            }
          />
        </>
      ) : (
        <ProblemView />
      )}
    </SignedInPage>
  );
}
