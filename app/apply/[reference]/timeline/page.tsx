import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { DaysSoFar } from '@/components/application/days-so-far';
import { timelineItem } from '@/components/application/timeline-item';
import { Pagination } from '@/components/ui/pagination';
import { ProblemView } from '@/components/ui/problem-view';
import { Timeline } from '@/components/ui/timeline';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { getTimeline } from '@/lib/queries/apply/get-timeline';

const TITLE = 'Timeline';

export default async function TimelinePage(props: PageProps<'/apply/[reference]/timeline'>) {
  const actor = await requireActor('application:view');
  const { reference } = await props.params;
  const { before } = await props.searchParams;
  const place =
    typeof before === 'string' && /^[1-9][0-9]{0,8}$/.test(before) ? Number(before) : undefined;
  const view = await readPage(() => getTimeline(actor, reference, place));
  const back = { href: paths.application(reference), label: 'Back to the application' } as const;
  return (
    <SignedInPage actor={actor} title={TITLE} back={back} width="narrow">
      {view ? (
        <>
          <h1 className="nhsuk-heading-l">
            <span className="nhsuk-caption-l">
              {view.product}, {view.reference}
            </span>{' '}
            {TITLE}
          </h1>
          <DaysSoFar days={view.days} forSupplier />
          <p>Everything that happened to this application, the latest first.</p>
          <Timeline items={view.entries.map(timelineItem)} />
          <Pagination
            previous={
              place === undefined
                ? undefined
                : { href: paths.timeline(view.reference), label: 'Latest' }
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
