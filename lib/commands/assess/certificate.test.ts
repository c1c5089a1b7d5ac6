import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import type { PointMark, Verdict } from '@/lib/domain/review';
import { getDecision } from '@/lib/queries/apply/get-decision';
import { getCase } from '@/lib/queries/assess/get-case';
import { type Assessment, assessment } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { confirmDecision } from './confirm-decision';
import { recommendDecision } from './recommend-decision';

let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let manager: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
  manager = await world.staff('Mo Manager', 'manager');
});
afterAll(() => world.end());

const certificate = {
  ...{ certificateNumber: 'IS 1', certificateBody: 'A body', certificateScope: 'All' },
  ...{ 'certificateExpiresOn-day': '1', 'certificateExpiresOn-month': '2' },
  'certificateExpiresOn-year': '2027',
};
const submitted = () => work.submitted(acme, asha, { isms: certificate });
const judge = (reference: string, mark?: PointMark, verdict: Verdict = 'sufficient') =>
  work.review(asha, reference, 'isms', { verdict, points: mark ? { certificate: mark } : {} });

async function reviewOthers(reference: string) {
  const view = await getCase(asha, reference);
  for (const { id, standing } of view?.questions ?? [])
    if (id !== 'isms' && standing.from === 'none') expectOk(await work.review(asha, reference, id));
}

/** Approves a case whose every question is judged; answers what the supplier is told. */
async function approve(reference: string) {
  const outcome = 'approved';
  const input = { reference, outcome, conditions: [], reasons: 'Good.' };
  const version = await work.mark(asha, reference);
  expectOk(await recommendDecision(asha, { ...input, version }));
  const seen = await getCase(manager, reference);
  expectOk(await confirmDecision(manager, { reference, version: seen?.mark ?? '' }));
  const told = await getDecision(acme.person, reference);
  return { seen: seen?.certificate, sentence: told?.clearance.sentence };
}

const UNTIL_CERTIFICATE =
  'Assured until 1 February 2027, because your ISMS certificate expires then';
const UNTIL_EDITION = 'Assured until 30 June 2027, because your 25/26 DSPT status runs out then';

test('a verdict on an answer with a certificate says whether it relies on it', async () => {
  const reference = await submitted();
  expect(await judge(reference)).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'point-certificate' }] },
  });
  expectOk(await judge(reference, undefined, 'insufficient'));
  expectOk(await judge(reference, 'not_covered'));
  const points = (await getCase(asha, reference))?.questions.find(
    ({ id }) => id === 'isms',
  )?.points;
  expect(points?.filter(({ hint }) => hint !== null).map(({ id }) => id)).toEqual(['certificate']);
  const without = await work.submitted(acme, asha);
  expectOk(await judge(without));
  expect((await getCase(asha, without))?.certificate).toBeNull();
});

test.each([
  ['covered', UNTIL_CERTIFICATE],
  ['not_covered', UNTIL_EDITION],
  ['not_applicable', UNTIL_EDITION],
] as const)('marked %s, the approval says: %s', async (mark, sentence) => {
  const reference = await submitted();
  await reviewOthers(reference);
  expectOk(await judge(reference, mark));
  const reliedOn = mark === 'covered';
  const told = await approve(reference);
  expect(told).toEqual({ sentence, seen: { expiresOn: '2027-02-01', reliedOn } });
  const began = (await world.eventsOf(reference)).find(({ type }) => type === 'approval.began');
  expect(began?.contents).toEqual({ status: 'in_force', certificateReliedOn: reliedOn });
});

test('a verdict that is carried over carries its mark', async () => {
  const reference = await submitted();
  await reviewOthers(reference);
  expectOk(await judge(reference, 'not_applicable'));
  expectOk(await work.review(asha, reference, 'euo-process', { verdict: 'insufficient' }));
  expectOk(await work.send(asha, reference));
  await work.resubmit(acme, reference, { 'euo-process': { details: 'Priya checks each one.' } });
  await reviewOthers(reference);
  expect((await approve(reference)).sentence).toBe(UNTIL_EDITION);
});

test('a verdict from before the mark was asked for counts as relying on it', async () => {
  const reference = await submitted();
  await reviewOthers(reference);
  expectOk(await judge(reference, 'not_applicable'));
  await world.sql`update question_reviews set points = '{}' where question_id = 'isms'
    and application_id = (select id from applications where reference = ${reference})`;
  expect((await approve(reference)).sentence).toBe(UNTIL_CERTIFICATE);
});
