import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { readEvidence } from '@/db/evidence';
import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import { removeEvidence } from '@/lib/commands/apply/remove-evidence';
import { saveAnswer } from '@/lib/commands/apply/save-answer';
import { unlockQuestion } from '@/lib/commands/apply/unlock-question';
import type { PersonActor } from '@/lib/domain/permissions';
import type { QuestionId } from '@/lib/domain/questions/types';
import { getApplication } from '@/lib/queries/apply/get-application';
import { getCheck } from '@/lib/queries/apply/get-check';
import { listApplications } from '@/lib/queries/apply/list-applications';
import { finishedAnswer } from '@/lib/testing/answers';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { uploaded } from '@/lib/testing/evidence';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { recordScan } from './record-scan';

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

const attach = (
  reference: string,
  file: ReturnType<typeof uploaded>,
  changes = {},
  questionId: QuestionId = 'isms',
) => attachEvidence(acme.contributor, { reference, questionId, files: [file], ...changes });
async function fileOf(reference: string, name: string) {
  const { id } = await work.row(reference);
  const files = await asActor(acme.person, (tx) => readEvidence(tx, id));
  return files.find((file) => file.name === name)?.id ?? '';
}
const found = async (reference: string, name: string) => {
  const fileId = await fileOf(reference, name);
  const virus = { fileId, scan: 'infected', signature: 'Eicar' };
  expectOk(await recordScan({ kind: 'system', name: 'scan-evidence' }, virus));
};
const blockers = async (reference: string) =>
  (await getCheck(acme.signatory, reference))?.blockers ?? [];
const sentence = async (reference: string) =>
  (await getApplication(acme.signatory, reference))?.step.sentence;
const cardSentence = async (reference: string) =>
  (await listApplications(acme.signatory))?.open.cards.find((card) => card.reference === reference)
    ?.step.sentence;

/** Sent back about `flagged`, with a file of Q.4 declared before the scanner had read it. */
async function requested(flagged: QuestionId) {
  const reference = await world.finishedDraft(acme);
  expectOk(await attach(reference, uploaded('scope.pdf')));
  expectOk(await work.submit(acme, reference));
  await work.assign(reference, asha);
  await work.reviewAll(asha, reference, { [flagged]: 'insufficient' });
  expectOk(await work.send(asha, reference));
  await found(reference, 'scope.pdf');
  return reference;
}

test('a declared file that is found infected is replaced, and then the answers are submitted', async () => {
  const reference = await requested('isms');
  expect(codeOf(await work.submit(acme, reference))).toBe('invalid');
  expect(await blockers(reference)).toEqual([
    {
      ...{ questionId: 'isms', at: 'files' },
      message: 'Replace ‘scope.pdf’ (Q.4, ISMS): it contains a virus',
    },
  ]);
  const supersedes = await fileOf(reference, 'scope.pdf');
  expectOk(await attach(reference, uploaded('new.pdf'), { supersedes }));
  expect(await blockers(reference)).toEqual([]);
  expect(await sentence(reference)).toContain('everything asked for is answered. Check');
  expect(await cardSentence(reference)).toBe(await sentence(reference));
  expectOk(await work.submit(acme, reference));
});

test('where its question is closed, opening it with a reason leads out', async () => {
  const reference = await requested('euo-process');
  const fields = finishedAnswer('euo-process', { details: 'Our service desk checks each one.' });
  const answer = { reference, questionId: 'euo-process', fields, version: 1, mode: 'continue' };
  expectOk(await saveAnswer(acme.contributor, answer));
  expect(await blockers(reference)).toEqual([
    {
      questionId: 'isms',
      message: 'Open Q.4, ISMS again and replace ‘scope.pdf’: it contains a virus',
    },
  ]);
  expect(await sentence(reference)).toContain('but a file contains a virus');
  expect(await cardSentence(reference)).toBe(await sentence(reference));
  const supersedes = await fileOf(reference, 'scope.pdf');
  expect(codeOf(await attach(reference, uploaded('new.pdf'), { supersedes }))).toBe('wrong_status');
  const reason = 'Its file has to be replaced.';
  const unlock = { reference, questionId: 'isms', reason };
  expectOk(await unlockQuestion(acme.contributor, unlock));
  expect(await blockers(reference)).toMatchObject([{ at: 'files' }]);
  expectOk(await attach(reference, uploaded('new.pdf'), { supersedes }));
  expectOk(await work.submit(acme, reference));
});

test('a file that is there already stands in for none', async () => {
  const reference = await requested('isms');
  const supersedes = await fileOf(reference, 'scope.pdf');
  const other = uploaded('other.pdf', { content: 'the same' });
  expectOk(await attach(reference, other));
  const again = uploaded('again.pdf', { content: 'the same' });
  expect(codeOf(await attach(reference, again, { supersedes }))).toBe('known');
  const fileId = await fileOf(reference, 'other.pdf');
  expectOk(await removeEvidence(acme.contributor, { reference, fileId }));
  expectOk(await attach(reference, again, { supersedes }));
  const third = uploaded('third.pdf');
  expect(codeOf(await attach(reference, third, { supersedes }))).toBe('not_found');
});

test('what took the place and is removed again gives it back', async () => {
  const reference = await requested('isms');
  const supersedes = await fileOf(reference, 'scope.pdf');
  expectOk(await attach(reference, uploaded('new.pdf'), { supersedes }));
  const fileId = await fileOf(reference, 'new.pdf');
  expectOk(await removeEvidence(acme.contributor, { reference, fileId }));
  expect(await blockers(reference)).toMatchObject([{ questionId: 'isms', at: 'files' }]);
});

test('a file of a question that no longer applies keeps nobody from submitting', async () => {
  const reference = await world.finishedDraft(acme);
  expectOk(await attach(reference, uploaded('bad.pdf'), {}, 'dspt-published-on'));
  await found(reference, 'bad.pdf');
  expect(codeOf(await work.submit(acme, reference))).toBe('invalid');
  const fields = finishedAnswer('dspt-status', { level: 'not_published', edition: '' });
  const answer = { reference, questionId: 'dspt-status', fields, version: 1, mode: 'later' };
  expectOk(await saveAnswer(acme.contributor, answer));
  expect(await blockers(reference)).toEqual([]);
  expectOk(await work.submit(acme, reference));
});
