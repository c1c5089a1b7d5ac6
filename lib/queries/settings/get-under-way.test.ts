import { afterAll, beforeAll, expect, test } from 'vitest';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import { unchangedWords } from '@/lib/domain/settings';
import { moveClock } from '@/lib/ports/clock';
import { expectOk, makeWorld, type World } from '@/lib/testing/world';
import { getUnderWay } from './get-under-way';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

test('what a change leaves as it is is counted, drafts only where they keep something', async () => {
  moveClock('2026-11-23T10:00:00Z');
  const acme = await world.supplier('Acme Care');
  const mo = await world.staff('Mo Manager', 'manager');
  await world.draft(acme);
  const reference = await world.finishedDraft(acme);
  const idempotencyKey = `key-of-this-test-${reference}`;
  expectOk(await submitApplication(acme.signatory, { reference, idempotencyKey, confirmed: true }));
  const found = { cases: 1, late: 0, requests: 0, applications: 2 };
  // The due date is 7 December, which is late from the day after.
  moveClock('2026-12-07T23:59:00Z');
  expect(await getUnderWay(mo)).toEqual(found);
  moveClock('2026-12-08T00:01:00Z');
  expect(await getUnderWay(mo)).toEqual({ ...found, late: 1 });
  expect(await getUnderWay(await world.staff('Asha Assessor', 'assessor'))).toBeNull();
  expect(await getUnderWay(acme.person)).toBeNull();
});

test('it is said in one sentence of each setting', () => {
  const under = { cases: 1, late: 0, requests: 2, applications: 1200 };
  expect(unchangedWords('target_days', under)).toMatch(
    /^1 open case has a due date of the assessor’s, 0 of/,
  );
  expect(unchangedWords('request_days', under)).toMatch(/^2 requests wait for an answer\. /);
  expect(unchangedWords('requests_most', under)).toMatch(/^1,200 applications are open, drafts/);
});
