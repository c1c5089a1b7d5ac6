import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { ProblemView } from '@/components/ui/problem-view';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { requireActor } from '@/lib/auth/session';
import { formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getHistory, type HistoryEvent, type HistoryView } from '@/lib/queries/manage/get-history';

const TITLE = 'History';

/** The whole history of an application or of anything else, from which a manager may have words taken out. */
export default async function HistoryPage(props: PageProps<'/manage/history/[reference]'>) {
  const actor = await requireActor('event:redact');
  const { reference } = await props.params;
  const { before: typed } = await props.searchParams;
  const before =
    typeof typed === 'string' && /^[1-9][0-9]{0,8}$/.test(typed) ? Number(typed) : undefined;
  const view = await readPage(() => getHistory(actor, reference, { before }));
  return (
    <SignedInPage
      actor={actor}
      title={view ? `${TITLE} of ${view.name}` : TITLE}
      back={backOf(view)}
    >
      {view ? (
        <>
          <h1 className="nhsuk-heading-l">
            <span className="nhsuk-caption-l">{view.name}</span> {TITLE}
          </h1>
          <p>
            Nothing here is ever changed. Where personal information was put by mistake, its words
            can be taken out: one manager asks, another does it.
          </p>
          <Table
            caption="Events, the latest first"
            rows={view.events}
            rowKey={(event) => event.id}
            empty={<p>Nothing happened before that.</p>}
            dense
            columns={[
              {
                header: 'Event',
                cell: (event) => <EventLink view={view.reference} event={event} />,
              },
              { header: 'When', cell: (event) => formatDateTime(event.at) },
              { header: 'Who', cell: (event) => event.by },
              {
                header: 'Read by',
                cell: (event) => (event.audience === 'staff' ? 'Staff' : 'Supplier and staff'),
              },
              { header: 'Words', cell: (event) => <WordsTag event={event} /> },
            ]}
          />
          <Pagination
            previous={
              before === undefined
                ? undefined
                : { href: paths.history(view.reference), label: 'Latest' }
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

/** An application's history is opened from it; every other, from the search over all events. */
const backOf = (view: HistoryView | null) =>
  view?.kind === 'application'
    ? ({ href: paths.assessment(view.reference), label: 'Back to the application' } as const)
    : ({ href: paths.audit, label: 'Audit' } as const);

function EventLink({ view, event }: { view: string; event: HistoryEvent }) {
  return (
    <Link href={paths.historyEvent(view, event.sequence)}>
      {event.sequence}: {event.label}
    </Link>
  );
}

function WordsTag({ event }: { event: HistoryEvent }) {
  if (event.redactedAt) return <Tag colour="grey">Taken out</Tag>;
  if (event.asked) return <Tag colour="orange">Redaction asked for</Tag>;
  return event.contents === null ? 'Of a draft' : 'Kept';
}
