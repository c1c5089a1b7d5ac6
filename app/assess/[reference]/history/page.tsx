import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { Pagination } from '@/components/ui/pagination';
import { ProblemView } from '@/components/ui/problem-view';
import { Timeline } from '@/components/ui/timeline';
import { requireActor } from '@/lib/auth/session';
import type { TimelineEntry } from '@/lib/domain/timeline';
import { formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getCaseHistory } from '@/lib/queries/assess/get-case-history';

const itemOf = (entry: TimelineEntry) => ({
  id: String(entry.sequence),
  title: entry.times > 1 ? `${entry.title} (${entry.times} times)` : entry.title,
  when: formatDateTime(entry.at),
  dateTime: entry.at.toISOString(),
  by: entry.by,
  detail:
    entry.lines.length === 0 && entry.quoted === null ? undefined : (
      <>
        {entry.lines.map((line) => (
          <p key={line} className="app-timeline__line">
            {line}
          </p>
        ))}
        {entry.quoted === null ? null : <p className="app-typed">‘{entry.quoted}’</p>}
      </>
    ),
});

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
          <p>Everything that happened to this application, the latest first.</p>
          <Timeline items={view.entries.map(itemOf)} />
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
