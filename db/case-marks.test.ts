import { afterAll, beforeAll, expect, test } from 'vitest';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import { TURN_EVENTS } from '@/lib/domain/turns';
import { expectOk, makeWorld, type World } from '@/lib/testing/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

test('the database marks a case at just the events that pass it on', async () => {
  const [row] = await world.sql`select pg_get_triggerdef(oid) as rule from pg_trigger
    where tgname = 'events_mark_case'`;
  const named = [...String(row?.rule).matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, type]) => type);
  expect(named.sort()).toEqual([...TURN_EVENTS].sort());
});

test('whoever submits marks their case and asks for it to be counted, in one transaction', async () => {
  const acme = await world.supplier('Acme Care');
  const reference = await world.finishedDraft(acme);
  const marks = () => world.sql`select a.reference from case_marks m
    join applications a on a.id = m.application_id`;
  const jobs = () => world.sql`select task_identifier from graphile_worker.jobs
    where task_identifier = 'count-cases'`;
  expect(await marks()).toHaveLength(0);
  expect(await jobs()).toHaveLength(0);
  const idempotencyKey = 'a-submission-of-a-test';
  const declared = { reference, idempotencyKey, confirmed: true };
  expectOk(await submitApplication(acme.signatory, declared));
  expect(await marks()).toEqual([{ reference }]);
  expect(await jobs()).toHaveLength(1);
});
