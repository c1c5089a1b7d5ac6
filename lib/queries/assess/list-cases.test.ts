import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing';
import type { Status } from '@/lib/domain/application';
import type { PersonActor } from '@/lib/domain/permissions';
import { QUEUE_SORTS, QUEUE_TAB_IDS, type QueueSort, readQueueView } from '@/lib/domain/queue';
import { moveClock } from '@/lib/ports/clock';
import { caseRows } from '@/lib/testing/cases';
import { getQueue } from './get-queue';

let db: TestDatabase;
let rows: ReturnType<typeof caseRows>;
let ada: PersonActor;
let ben: PersonActor;
const sorts = Object.keys(QUEUE_SORTS) as QueueSort[];

beforeAll(async () => {
  db = await testDatabase();
  process.env.DATABASE_URL = db.appUrl;
  moveClock('2026-11-20T12:00:00Z');
  rows = caseRows(db.superuserUrl);
  [ada, ben] = await Promise.all([
    rows.person('Ada Assessor', ['assessor']),
    rows.person('Ben Assessor', ['assessor']),
  ]);
  const statuses: Status[] = ['submitted', 'in_assessment', 'information_requested', 'recommended'];
  // Many rows with few different keys, so that pages end in the middle of equal ones.
  for (let n = 0; n < 150; n += 1) {
    await rows.application({
      status: n % 11 === 0 ? 'approved' : n % 13 === 0 ? 'draft' : statuses[n % 4],
      round: 1 + (n % 3),
      assigneeId: [ada.personId, ben.personId, null, ada.personId][(n >> 2) % 4] ?? null,
      dueOn: n % 5 === 0 ? null : `2026-12-0${1 + (n % 3)}`,
      submittedAt: n % 13 === 0 ? null : `2026-11-1${n % 2}T10:00:00.123Z`,
      createdAt: `2026-11-0${1 + (n % 2)}T10:00:00Z`,
    });
  }
});

afterAll(async () => {
  moveClock(null);
  await rows.end();
  await closeDatabase();
  await db.drop();
});

async function walk(reader: PersonActor, query: Record<string, string>, way: 'next' | 'previous') {
  const seen: string[] = [];
  let page: string | null = query.page ?? '';
  let last = '';
  while (page !== null) {
    const view = readQueueView({ ...query, page }, 'mine');
    const found = await getQueue(reader, view);
    const references = found?.rows.map((row) => row.reference) ?? [];
    seen[way === 'next' ? 'push' : 'unshift'](...references);
    last = page;
    page = found?.[way] ?? null;
  }
  return { seen, last };
}

/** The same rows by a plain query of the whole table: the tab's rule, said once more and otherwise. */
async function expected(tab: string, sort: QueueSort): Promise<string[]> {
  const all = await rows.sql`select *, coalesce(due_on::text, 'never') as due,
    coalesce(submitted_at, created_at) as age from applications`;
  const open = new Set(['submitted', 'in_assessment', 'information_requested', 'recommended']);
  const belongs: Record<string, (row: (typeof all)[number]) => boolean> = {
    mine: (row) => open.has(row.status) && row.assignee_id === ada.personId,
    unassigned: (row) => open.has(row.status) && row.assignee_id === null,
    open: (row) => open.has(row.status),
    supplier: (row) => row.status === 'information_requested',
    confirm: (row) => row.status === 'recommended',
    all: () => true,
  };
  const top = (row: (typeof all)[number]) =>
    tab === 'mine' && sort === 'due' && row.status === 'submitted' && row.round > 1 ? 0 : 1;
  const key = (row: (typeof all)[number]) =>
    `${top(row)} ${sort === 'due' ? row.due : row.age.toISOString()} ${row.id}`;
  const list = all.filter((row) => belongs[tab]?.(row));
  list.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  if (sort === 'newest') list.reverse();
  return list.map((row) => row.reference);
}

const views = QUEUE_TAB_IDS.flatMap((tab) => sorts.map((sort) => ({ tab, sort })));

test.each(views)('$tab, $sort: forwards and backwards, no row lost or doubled', async (view) => {
  const all = await expected(view.tab, view.sort);
  expect(all.length).toBeGreaterThan(25);
  const forwards = await walk(ada, view, 'next');
  expect(forwards.seen).toEqual(all);
  const backwards = await walk(ada, { ...view, page: forwards.last }, 'previous');
  expect(backwards.seen).toEqual(all);
});

test('a cursor that was tampered with, or is another order’s, shows a page and breaks nothing', async () => {
  const first = await getQueue(ada, readQueueView({ tab: 'all' }, 'mine'));
  const next = first?.next ?? '';
  expect(next).toMatch(/^[\w-]{32}$/);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(31),
      fc.stringMatching(/^[\w-]$/),
      fc.constantFrom(...sorts),
      async (place, letter, sort) => {
        const page = next.slice(0, place) + letter + next.slice(place + 1);
        const found = await getQueue(ada, readQueueView({ tab: 'all', sort, page }, 'mine'));
        expect(found?.rows.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 60 },
  );
  for (const page of [
    '',
    'x',
    "'; drop table",
    '%00',
    'A'.repeat(32),
    '_'.repeat(32),
    '9'.repeat(500),
  ]) {
    const found = await getQueue(ada, readQueueView({ tab: 'all', page }, 'mine'));
    expect(found?.rows).toEqual(first?.rows);
  }
});

test('a row says what the table shows, and whose it is to the reader', async () => {
  const found = await getQueue(ben, readQueueView({ tab: 'mine' }, 'mine'));
  const [row] = found?.rows ?? [];
  expect(row).toMatchObject({
    supplier: 'Northgate Systems',
    status: 'submitted',
    resubmitted: true,
    dueOn: '2026-12-02',
    workingDaysLeft: 8,
    assignee: { name: 'Ben Assessor', isReader: true },
  });
  expect(found?.rows.every((each) => each.assignee?.isReader)).toBe(true);
});

test('suppliers are not shown a queue', async () => {
  const supplier: PersonActor = { ...ada, organisationId: ada.personId, roles: ['signatory'] };
  expect(await getQueue(supplier, readQueueView({}, 'open'))).toBeNull();
});
