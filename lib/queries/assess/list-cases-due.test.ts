import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor, closeDatabase } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing';
import type { PersonActor } from '@/lib/domain/permissions';
import { COUNTED_DUES, QUEUE_SORTS, readQueueView } from '@/lib/domain/queue';
import { moveClock } from '@/lib/ports/clock';
import { type CaseRowInput, caseRows } from '@/lib/testing/cases';
import { getQueue } from './get-queue';
import { readOverviewCounts } from './list-cases-counts';

let db: TestDatabase;
let rows: ReturnType<typeof caseRows>;
let ada: PersonActor;

// On Friday 20 November 2026, whose second working day is Tuesday.
const CASES: Record<string, CaseRowInput> = {
  'Approved, day past': { status: 'approved', dueOn: '2026-11-19' },
  'Confirm, late': { status: 'recommended', dueOn: '2026-11-19' },
  'Confirm, Monday': { status: 'recommended', dueOn: '2026-11-23' },
  'Draft, day past': { status: 'draft', dueOn: '2026-11-19' },
  'New, late': { status: 'submitted', dueOn: '2026-11-06' },
  'New, no day': { status: 'submitted', dueOn: null },
  'New, Wednesday': { status: 'submitted', dueOn: '2026-11-25' },
  'Review, late': { status: 'in_assessment', dueOn: '2026-11-19' },
  'Review, today': { status: 'in_assessment', dueOn: '2026-11-20' },
  'Review, Tuesday': { status: 'in_assessment', dueOn: '2026-11-24' },
  'Supplier, late': { status: 'information_requested', dueOn: '2026-11-19' },
  'Supplier, today': { status: 'information_requested', dueOn: '2026-11-20' },
};

beforeAll(async () => {
  db = await testDatabase();
  process.env.DATABASE_URL = db.appUrl;
  moveClock('2026-11-20T12:00:00Z');
  rows = caseRows(db.superuserUrl);
  ada = await rows.person('Ada Assessor', ['assessor']);
  const mine = ['Review, late', 'Supplier, late'];
  for (const [product, row] of Object.entries(CASES)) {
    const assigneeId = mine.includes(product) ? ada.personId : null;
    await rows.application({ product, assigneeId, ...row });
  }
});

afterAll(async () => {
  moveClock(null);
  await rows.end();
  await closeDatabase();
  await db.drop();
});

const look = async (query: Record<string, string>) => {
  const found = await getQueue(ada, readQueueView({ tab: 'all', ...query }, 'mine'));
  if (!found) throw new Error('an assessor sees the queue');
  return found;
};
const products = async (query: Record<string, string>) =>
  (await look(query)).rows.map((row) => row.product).sort();

const late = ['Confirm, late', 'New, late', 'Review, late'];
const soon = ['Confirm, Monday', 'Review, Tuesday', 'Review, today'];
test.each([
  [{ due: 'late' }, late],
  [{ due: 'soon' }, soon],
  [{ due: 'supplier_late' }, ['Supplier, late']],
  [{ due: 'late', tab: 'open' }, late],
  [{ due: 'soon', tab: 'open' }, soon],
  [{ due: 'late', tab: 'mine' }, ['Review, late']],
  [{ due: 'supplier_late', tab: 'mine' }, ['Supplier, late']],
  [{ due: 'late', tab: 'unassigned' }, ['Confirm, late', 'New, late']],
  [{ due: 'late', tab: 'confirm' }, ['Confirm, late']],
  [{ due: 'late', tab: 'supplier' }, []],
  [{ due: 'supplier_late', tab: 'supplier' }, ['Supplier, late']],
  [{ due: 'supplier_late', tab: 'confirm' }, []],
  [{ due: 'late', status: 'submitted' }, ['New, late']],
  [{ due: 'late', text: 'review' }, ['Review, late']],
  // What waits for a second person is no assessor's to do.
  [{ due: 'assessor_late' }, ['New, late', 'Review, late']],
  [{ due: 'assessor_soon' }, ['Review, Tuesday', 'Review, today']],
  [{ due: 'never', text: 'late' }, [...late, 'Supplier, late']],
] as const)('%j finds %j', async (query, expected) => {
  expect(await products(query)).toEqual([...expected].sort());
});

test('the counts are those of the lists, and turn at midnight in London', async () => {
  const counts = () => asActor(ada, (tx) => readOverviewCounts(tx, ada));
  const found = await counts();
  expect(found).toMatchObject({ late: 3, soon: 3, supplier_late: 1 });
  for (const due of COUNTED_DUES) expect(await products({ due })).toHaveLength(found[due]);
  moveClock('2026-11-20T23:59:59Z');
  expect(await counts()).toEqual(found);
  moveClock('2026-11-21T00:00:00Z');
  expect(await counts()).toMatchObject({ late: 4, soon: 2, supplier_late: 2 });
  moveClock('2026-11-20T12:00:00Z');
});

test.each(Object.keys(QUEUE_SORTS))('a long list pages within its due dates, %s', async (sort) => {
  for (let n = 0; n < 30; n += 1)
    await rows.application({ dueOn: n % 2 ? '2026-11-18' : '2026-11-17' });
  const seen: string[] = [];
  for (let page: string | null = ''; page !== null; ) {
    const found = await look({ due: 'late', tab: 'open', sort, page });
    for (const { reference, workingDaysLeft } of found.rows) {
      expect(workingDaysLeft).toBeLessThan(0);
      seen.push(reference);
    }
    page = found.next;
  }
  const [counted] = await rows.sql`select count(*)::integer as n from applications
    where status in ('submitted', 'in_assessment', 'recommended') and due_on < '2026-11-20'`;
  expect(seen).toHaveLength(counted?.n);
  expect(new Set(seen).size).toBe(seen.length);
});
