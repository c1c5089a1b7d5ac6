import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { readEvidence } from '@/db/evidence';
import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import { changeEvidenceDates } from '@/lib/commands/apply/change-evidence-dates';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import type { PersonActor } from '@/lib/domain/permissions';
import { getCheck } from '@/lib/queries/apply/get-check';
import { getCase } from '@/lib/queries/assess/get-case';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { uploaded } from '@/lib/testing/evidence';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';

let world: World;
let work: Assessment;
let acme: Supplier;
let other: Supplier;
let asha: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  other = await world.supplier('Other Health');
  asha = await world.staff('Asha Assessor', 'assessor');
});
afterAll(() => world.end());

const DATES = { effectiveFrom: '2026-04-24', expiresOn: '2027-04-23' };
const attach = (reference: string, changes = {}) =>
  attachEvidence(acme.contributor, {
    ...{ reference, questionId: 'isms', files: [uploaded('scope.pdf', { content: 'Same' })] },
    ...changes,
  });
async function fileOf(reference: string) {
  const { id } = await work.row(reference);
  const file = (await asActor(acme.person, (tx) => readEvidence(tx, id))).at(-1);
  if (!file) throw new Error('no file');
  return file;
}
const change = async (reference: string, changes = {}, actor = acme.contributor) => {
  const { id: fileId, version } = await fileOf(reference);
  return changeEvidenceDates(actor, { reference, fileId, version, ...DATES, ...changes });
};

test('are changed without a new upload, with an event, and declared as they stand', async () => {
  const reference = await world.finishedDraft(acme);
  expectOk(await attach(reference, { effectiveFrom: '2026-04-24' }));
  expectOk(await change(reference));
  expect(await fileOf(reference)).toMatchObject({ ...DATES, version: 2 });
  const told = (await world.eventsOf(reference)).at(-1);
  expect(told).toMatchObject({
    ...{ type: 'evidence.dated', audience: 'supplier', draft: true },
    contents: { before: { expiresOn: null }, after: DATES, name: 'scope.pdf' },
  });
  expectOk(await change(reference));
  expect((await world.eventsOf(reference)).at(-1)).toEqual(told);
  expectOk(await work.submit(acme, reference));
  const view = await getCase(asha, reference);
  expect(view?.questions.find(({ id }) => id === 'isms')?.files).toMatchObject([DATES]);
  expect(codeOf(await change(reference))).toBe('declared');
});

test('are refused where they make no sense, and where somebody else may say', async () => {
  const reference = await world.finishedDraft(acme);
  expectOk(await attach(reference));
  expect(await change(reference, { expiresOn: '2026-04-23' })).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'expiresOn' }] },
  });
  expect(codeOf(await change(reference, { expiresOn: '2026-02-31' }))).toBe('invalid');
  expect(codeOf(await change(reference, {}, acme.signatory))).toBe('forbidden');
  expect(codeOf(await change(reference, {}, other.contributor))).toBe('not_found');
  expect(codeOf(await change(reference, { fileId: crypto.randomUUID() }))).toBe('not_found');
  expect(await fileOf(reference)).toMatchObject({ effectiveFrom: null, expiresOn: null });
});

test('a colleague’s dates are not overwritten unseen', async () => {
  const reference = await world.finishedDraft(acme);
  expectOk(await attach(reference));
  expectOk(await change(reference));
  expect(await change(reference, { version: 1, expiresOn: null })).toMatchObject({
    problem: { kind: 'conflict', conflict: { version: 2, fields: DATES } },
  });
  expect(await fileOf(reference)).toMatchObject(DATES);
  expectOk(await change(reference, { version: 2, expiresOn: null }));
  expect(await fileOf(reference)).toMatchObject({ ...DATES, expiresOn: null });
});

test('changed after the signatory read the answers, they are not declared unread', async () => {
  const reference = await world.finishedDraft(acme);
  expectOk(await attach(reference));
  const seen = (await getCheck(acme.signatory, reference))?.seen;
  expectOk(await change(reference));
  const idempotencyKey = 'a-test-of-dates-of-files';
  const input = { reference, seen, confirmed: true, idempotencyKey };
  expect(codeOf(await submitApplication(acme.signatory, input))).toBe('answers_changed');
});

test('the same bytes take their own place with other dates, which makes another answer', async () => {
  const reference = await work.submitted(acme, asha);
  await work.reviewAll(asha, reference, { isms: 'insufficient' });
  expectOk(await work.send(asha, reference));
  expectOk(await attach(reference));
  await work.resubmit(acme, reference);
  await work.reviewAll(asha, reference, { isms: 'insufficient' });
  expectOk(await work.send(asha, reference));
  const { id: supersedes } = await fileOf(reference);
  expect(codeOf(await attach(reference, { supersedes }))).toBe('known');
  expectOk(await attach(reference, { supersedes, ...DATES }));
  await work.resubmit(acme, reference);
  const isms = (await getCase(asha, reference))?.questions.find(({ id }) => id === 'isms');
  expect(isms).toMatchObject({ change: { changed: true }, files: [DATES] });
});
