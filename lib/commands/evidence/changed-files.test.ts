import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { readEvidence } from '@/db/evidence';
import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import type { PersonActor } from '@/lib/domain/permissions';
import type { QuestionId } from '@/lib/domain/questions/types';
import { getCheck } from '@/lib/queries/apply/get-check';
import { getQuestion } from '@/lib/queries/apply/get-question';
import { getCase } from '@/lib/queries/assess/get-case';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { uploaded } from '@/lib/testing/evidence';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';

let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
});
afterAll(() => world.end());

const attach = (reference: string, questionId: QuestionId, name: string, changes = {}) =>
  attachEvidence(acme.contributor, {
    ...{ reference, questionId, files: [uploaded(name)], ...changes },
  });
const filesOf = async (reference: string, actor: PersonActor = acme.person) => {
  const { id } = await work.row(reference);
  return asActor(actor, (tx) => readEvidence(tx, id));
};
const caseQuestion = async (reference: string, id: QuestionId) =>
  (await getCase(asha, reference))?.questions.find((question) => question.id === id);
async function requested(flagged: QuestionId) {
  const reference = await work.submitted(acme, asha);
  await work.reviewAll(asha, reference, { [flagged]: 'insufficient' });
  expectOk(await work.send(asha, reference));
  return reference;
}

test('another file makes another answer: a verdict does not carry over to it', async () => {
  // The DSPT questions open together, so that two with a verdict of sufficient are open.
  const reference = await requested('dspt-status');
  expectOk(await attach(reference, 'dspt-compliant', 'report.pdf'));
  await work.resubmit(acme, reference);
  expect(await caseQuestion(reference, 'dspt-compliant')).toMatchObject({
    standing: { from: 'none', earlier: { verdict: 'sufficient' } },
    change: { changed: true, parts: [] },
    files: [{ name: 'report.pdf', isNew: true }],
  });
  expect(await caseQuestion(reference, 'dspt-within-deadline')).toMatchObject({
    standing: { from: 'carried', verdict: 'sufficient' },
    change: { changed: false },
    files: [],
  });
});

test('a declared file is stood in for by a newer one, and both stay', async () => {
  const reference = await requested('isms');
  expectOk(await attach(reference, 'isms', 'older.pdf'));
  const [older] = await filesOf(reference);
  expect(codeOf(await attach(reference, 'isms', 'newer.pdf', { supersedes: older?.id }))).toBe(
    'not_found',
  );
  await work.resubmit(acme, reference);
  expect(await filesOf(reference, asha)).toMatchObject([{ id: older?.id, declared: true }]);
  await work.reviewAll(asha, reference, { isms: 'insufficient' });
  expectOk(await work.send(asha, reference));
  const unknown = { supersedes: crypto.randomUUID() };
  expect(codeOf(await attach(reference, 'isms', 'newer.pdf', unknown))).toBe('not_found');
  expectOk(await attach(reference, 'isms', 'newer.pdf', { supersedes: older?.id }));
  const view = await getQuestion(acme.person, reference, 'isms', '/');
  expect(view?.files.map(({ name }) => name)).toEqual(['newer.pdf']);
  expect(view?.replaced).toMatchObject([{ file: { name: 'older.pdf' }, by: ['newer.pdf'] }]);
  expect(await filesOf(reference)).toHaveLength(2);
  await work.resubmit(acme, reference);
  expect((await caseQuestion(reference, 'isms'))?.files).toMatchObject([
    { name: 'newer.pdf', isNew: true, replaces: 'older.pdf' },
  ]);
});

test('what was asked for and got only a file is not called unchanged', async () => {
  const reference = await requested('isms');
  const unchanged = async () => (await getCheck(acme.person, reference))?.unchanged;
  expect(await unchanged()).toEqual(['isms']);
  expectOk(await attach(reference, 'isms', 'scope.pdf'));
  expect(await unchanged()).toEqual([]);
});

test('a file that came after the signatory read the answers is not declared unread', async () => {
  const reference = await world.finishedDraft(acme);
  const submit = (seen: string | undefined, key: string) =>
    submitApplication(acme.signatory, {
      ...{ reference, seen, confirmed: true, idempotencyKey: `a-test-of-files-${key}` },
    });
  const before = (await getCheck(acme.signatory, reference))?.seen;
  expectOk(await attach(reference, 'isms', 'scope.pdf'));
  expect(codeOf(await submit(before, 'one'))).toBe('answers_changed');
  expectOk(await submit((await getCheck(acme.signatory, reference))?.seen, 'two'));
});
