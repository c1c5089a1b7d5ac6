import { Link } from '@/components/ui/link';
import {
  isFiltered,
  isNarrowed,
  type QueueDue,
  type QueueTab,
  type QueueView,
  queueQuery,
  SHORTEST_SEARCH,
  SOON_WORKING_DAYS,
  tooShort,
} from '@/lib/domain/queue';

const EMPTY: Record<QueueTab, string> = {
  mine: 'You have no applications.',
  unassigned: 'Every application has an assessor. New ones appear here when a supplier submits.',
  open: 'There are no open applications. New ones appear here when a supplier submits.',
  supplier: 'No supplier has been asked for more information.',
  confirm: 'No decision is waiting for a second person.',
  all: 'There are no applications yet.',
};

/** Whose due date it is stands in the words: a case with the supplier has another. */
const NONE_DUE: Record<QueueDue, string> = {
  late: 'Nothing in this list is past the assessor’s due date.',
  soon: `Nothing in this list is due from the assessor within ${SOON_WORKING_DAYS} working days.`,
  supplier_late: 'No supplier in this list is past the due date of an information request.',
  assessor: 'No application of this list waits for an assessor.',
  assessor_late: 'Nothing in this list waits for its assessor past the due date.',
  assessor_soon: `Nothing in this list is due from the assessor within ${SOON_WORKING_DAYS} working days.`,
  assessor_older: 'Nothing older in this list waits for its assessor.',
  assessor_newer: 'Nothing newer in this list waits for its assessor.',
};

const TAKE = ' Use ‘Take next’ to get the one that is due first.';

type EmptyQueueProps = {
  path: `/${string}`;
  view: QueueView;
  usual: QueueTab;
  /** Whether the reader can take the next application. */
  mayTake?: boolean;
};

/** What stands instead of an empty list: why it is empty, and what to do. */
export function EmptyQueue({ path, view, usual, mayTake = false }: EmptyQueueProps) {
  if (tooShort(view).length > 0) {
    return <p>Enter at least {SHORTEST_SEARCH} characters of a word to search for it.</p>;
  }
  if (!isFiltered(view)) {
    const take = view.tab === 'mine' && mayTake ? TAKE : '';
    return (
      <p>
        {EMPTY[view.tab]}
        {take}
      </p>
    );
  }
  const everywhere = { ...view, tab: 'all', status: null, cursor: '' } as const;
  const due = view.status || isNarrowed(view) ? null : view.due;
  return (
    <>
      <p>{due ? NONE_DUE[due] : 'Nothing matches these filters.'}</p>
      <p>
        <Link href={`${path}${queueQuery({ tab: view.tab }, usual)}`}>Clear filters</Link>
        {view.tab === 'all' ? null : (
          <>
            {' or '}
            <Link href={`${path}${queueQuery(everywhere, usual)}`}>search every application</Link>
          </>
        )}
      </p>
    </>
  );
}
