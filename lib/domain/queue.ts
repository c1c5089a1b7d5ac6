import { STATUS_IDS, STATUSES, type Status } from './application';
import { ASSIGNABLE_STATUSES } from './assignment';
import { isBlank } from './text';

/** The views of the queue: which statuses each holds, and whose cases. */
export const QUEUE_TABS = {
  mine: { label: 'Mine', statuses: ASSIGNABLE_STATUSES, whose: 'mine' },
  unassigned: { label: 'Unassigned', statuses: ASSIGNABLE_STATUSES, whose: 'nobodys' },
  open: { label: 'All open', statuses: ASSIGNABLE_STATUSES, whose: 'anybodys' },
  supplier: {
    label: 'Waiting for supplier',
    statuses: ['information_requested'],
    whose: 'anybodys',
  },
  confirm: { label: 'To confirm', statuses: ['recommended'], whose: 'anybodys' },
  all: { label: 'Everything', statuses: STATUS_IDS, whose: 'anybodys' },
} as const satisfies Record<
  string,
  { label: string; statuses: readonly Status[]; whose: 'mine' | 'nobodys' | 'anybodys' }
>;
export type QueueTab = keyof typeof QUEUE_TABS;
export const QUEUE_TAB_IDS = Object.keys(QUEUE_TABS) as QueueTab[];

export const QUEUE_SORTS = { due: 'Due first', newest: 'Newest first', oldest: 'Oldest first' };
export type QueueSort = keyof typeof QUEUE_SORTS;

/** Working days left at which a case should be seen, though it is not late yet. */
export const SOON_WORKING_DAYS = 2;

/** A due date is the supplier's while they have a request; otherwise it is the assessor's target. */
const OURS = ASSIGNABLE_STATUSES.filter((id) => STATUSES[id].waitingOn !== 'supplier');

/** Those in which the move is the assessor's own, not the second person's. */
const ASSESSORS = OURS.filter((id) => STATUSES[id].waitingOn === 'assessor');

/**
 * What a due date can be narrowed to, and the statuses in which it is that side's; days: queue-due.
 * The last four are what waits for an assessor by age: each case of 'assessor' is in one of them.
 */
export const QUEUE_DUES = {
  late: { label: 'Late', statuses: OURS },
  soon: { label: `Within ${SOON_WORKING_DAYS} working days`, statuses: OURS },
  supplier_late: { label: 'Supplier is late', statuses: ['information_requested'] },
  assessor: { label: 'With the assessor', statuses: ASSESSORS },
  assessor_late: { label: 'Late with the assessor', statuses: ASSESSORS },
  assessor_soon: {
    label: `With the assessor, within ${SOON_WORKING_DAYS} working days`,
    statuses: ASSESSORS,
  },
  assessor_older: { label: 'With the assessor, older', statuses: ASSESSORS },
  assessor_newer: { label: 'With the assessor, newer', statuses: ASSESSORS },
} as const satisfies Record<string, { label: string; statuses: readonly Status[] }>;
export type QueueDue = keyof typeof QUEUE_DUES;
export const QUEUE_DUE_IDS = Object.keys(QUEUE_DUES) as QueueDue[];
/** Those that are counted for everybody, and offered to everybody. */
export const COUNTED_DUES = ['late', 'soon', 'supplier_late'] as const satisfies QueueDue[];

/** Rows on one page of a list. */
export const PAGE_ROWS = 25;
/** Counts stop here: past it a list is 'long', and nobody waits for the exact number. */
export const COUNT_CAP = 1000;

/** The words of a search shorter than this find too much to be of use and cannot use the index. */
export const SHORTEST_SEARCH = 3;
const MAX_SEARCH = 100;

/** One look at the queue, as its address says it. */
export type QueueView = {
  tab: QueueTab;
  sort: QueueSort;
  status: Status | null;
  due: QueueDue | null;
  supplier: string;
  product: string;
  text: string;
  /** Somebody of the staff whose cases alone are wanted; '' for everybody's. */
  assignee: string;
  cursor: string;
};

type Query = Record<string, string | string[] | undefined>;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function textOf(query: Query, name: string): string {
  const value = query[name];
  const text = (Array.isArray(value) ? value[0] : value) ?? '';
  return isBlank(text)
    ? ''
    : text
        .replace(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, MAX_SEARCH);
}

const has = <T extends object>(table: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(table, key);

/** Reads an address's query; whatever it does not know counts as not said. */
export function readQueueView(query: Query, usual: QueueTab): QueueView {
  const [tab, sort] = [textOf(query, 'tab'), textOf(query, 'sort')];
  const [status, due] = [textOf(query, 'status'), textOf(query, 'due')];
  const chosen = has(QUEUE_TABS, tab) ? tab : usual;
  const statuses: readonly string[] = QUEUE_TABS[chosen].statuses;
  const assignee = textOf(query, 'assignee');
  return {
    tab: chosen,
    sort: has(QUEUE_SORTS, sort) ? sort : 'due',
    status: statuses.includes(status) ? (status as Status) : null,
    due: has(QUEUE_DUES, due) ? due : null,
    supplier: textOf(query, 'supplier'),
    product: textOf(query, 'product'),
    text: textOf(query, 'text'),
    assignee: UUID.test(assignee) ? assignee : '',
    cursor: textOf(query, 'page'),
  };
}

/** The query of a view's address, '' when it says nothing; parts that say nothing are left out. */
export function queueQuery(view: Partial<QueueView>, usual: QueueTab): `?${string}` | '' {
  const said = new URLSearchParams();
  if (view.tab && view.tab !== usual) said.set('tab', view.tab);
  if (view.status) said.set('status', view.status);
  if (view.due) said.set('due', view.due);
  for (const name of ['supplier', 'product', 'text', 'assignee'] as const)
    if (view[name]) said.set(name, view[name]);
  if (view.sort && view.sort !== 'due') said.set('sort', view.sort);
  if (view.cursor) said.set('page', view.cursor);
  const query = said.toString();
  return query === '' ? '' : `?${query}`;
}

/** True when the view shows less than its tab holds. */
export const isFiltered = (view: QueueView): boolean =>
  Boolean(view.status || view.due || isNarrowed(view));

/** True when words or an assessor narrow the view, whatever its status and due date. */
export const isNarrowed = (view: QueueView): boolean =>
  Boolean(view.supplier || view.product || view.text || view.assignee);

/** The search fields whose words are all too short to look for. */
export function tooShort(view: QueueView): ('supplier' | 'product' | 'text')[] {
  const short = (text: string) =>
    text !== '' && !text.split(/\s+/).some((word) => [...word].length >= SHORTEST_SEARCH);
  return (['supplier', 'product', 'text'] as const).filter((name) => short(view[name]));
}

/** The words that all must appear, each as a pattern of LIKE in which nothing is a wildcard. */
export const searchPatterns = (text: string): string[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 6)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

/** A case that came back with the supplier's answer and waits for the assessor who asked. */
export const isResubmitted = (status: Status, round: number): boolean =>
  status === 'submitted' && round > 1;

/** Of a draft staff know only that it exists. */
export const isReadableByStaff = (status: Status): boolean => status !== 'draft';
