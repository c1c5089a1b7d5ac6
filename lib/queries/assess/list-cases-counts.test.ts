import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor, closeDatabase } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing';
import { STATUS_IDS } from '@/lib/domain/application';
import type { PersonActor } from '@/lib/domain/permissions';
import { COUNT_CAP, COUNTED_DUES, QUEUE_TAB_IDS, readQueueView } from '@/lib/domain/queue';
import { caseRows } from '@/lib/testing/cases';
import { getQueue } from './get-queue';
import { readAssessors } from './list-assessors';
import { readOverviewCounts } from './list-cases-counts';

let db: TestDatabase;
let rows: ReturnType<typeof caseRows>;
let ada: PersonActor;

beforeAll(async () => {
  db = await testDatabase();
  process.env.DATABASE_URL = db.appUrl;
  rows = caseRows(db.superuserUrl);
  ada = await rows.person('Ada Assessor', ['assessor']);
  for (const status of STATUS_IDS) await rows.application({ status });
  await rows.application({ assigneeId: ada.personId });
});

afterAll(async () => {
  await rows.end();
  await closeDatabase();
  await db.drop();
});

test('each tab and each status is counted, whatever the filters say', async () => {
  const found = await getQueue(ada, readQueueView({ text: 'nothing like it' }, 'mine'));
  expect(found?.rows).toEqual([]);
  expect(found?.counts).toEqual({
    mine: 1,
    unassigned: 4,
    open: 5,
    supplier: 1,
    confirm: 1,
    all: 10,
  });
  const counts = await asActor(ada, (tx) => readOverviewCounts(tx, ada));
  expect(counts).toMatchObject({ ...found?.counts, draft: 1, submitted: 2, approved: 1 });
  const ids = [...QUEUE_TAB_IDS, ...STATUS_IDS, ...COUNTED_DUES];
  expect(Object.keys(counts).sort()).toEqual(ids.sort());
});

test('a long list is counted to one past the cap', async () => {
  await rows.sql`insert into applications (reference, organisation_id, product_id, kind, status,
      status_at, created_by, created_at, search_text)
    select 'R' || n, a.organisation_id, a.product_id, 'new', 'rejected', now(), a.created_by, now(), ''
    from (select * from applications limit 1) a, generate_series(1, 1500) n`;
  const found = await getQueue(ada, readQueueView({}, 'mine'));
  expect(found?.counts).toMatchObject({ all: COUNT_CAP + 1, open: 5 });
});

test('cases are given to active assessors only', async () => {
  const gone = await rows.person('Gone Assessor', ['assessor']);
  await rows.sql`update people set active = false where id = ${gone.personId}`;
  await rows.person('Mia Manager', ['manager']);
  await rows.person('Both Ways', ['manager', 'assessor']);
  const names = (await asActor(ada, readAssessors)).map((assessor) => assessor.name);
  expect(names).toEqual(['Ada Assessor', 'Both Ways']);
});
