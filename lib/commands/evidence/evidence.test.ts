import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { readEvidence } from '@/db/evidence';
import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import { removeEvidence } from '@/lib/commands/apply/remove-evidence';
import { MOST_BYTES_OF_A_FILE } from '@/lib/domain/evidence';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { uploaded } from '@/lib/testing/evidence';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { openEvidence } from './open-evidence';
import { recordScan } from './record-scan';

const system: SystemActor = { kind: 'system', name: 'scan-evidence' };
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

const attach = (
  reference: string,
  changes: Record<string, unknown> = {},
  actor = acme.contributor,
) =>
  attachEvidence(actor, {
    ...{ reference, questionId: 'isms', files: [uploaded('scope.pdf')] },
    ...changes,
  });
const filesOf = async (reference: string, actor: PersonActor = acme.person) => {
  const { id } = await work.row(reference);
  return asActor(actor, (tx) => readEvidence(tx, id));
};
const jobs = async (task: string) => {
  const rows = await world.sql`select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${task}`;
  return rows.map(({ payload }) => payload);
};
const scanned = async (reference: string, scan: string) => {
  for (const { id: fileId } of await filesOf(reference))
    expectOk(await recordScan(system, { fileId, scan, signature: null }));
};
const open = (actor: PersonActor, fileId: string, changes = {}) =>
  openEvidence(actor, { fileId, shareUnscanned: false, warned: false, ...changes });

describe('attaching', () => {
  test('keeps the file, waiting for the scanner, with an event and a job', async () => {
    const reference = await world.finishedDraft(acme);
    const file = uploaded('scope.pdf');
    expect(expectOk(await attach(reference, { files: [file] }))).toEqual({
      ...{ attached: ['scope.pdf'], unused: [] },
    });
    const [kept] = await filesOf(reference);
    expect(kept).toMatchObject({
      ...{ name: 'scope.pdf', sha256: file.sha256, scan: 'waiting', declared: false },
      ...{ subjectKind: 'question', subjectId: 'isms', uploadedBy: acme.contributor.personId },
    });
    expect((await world.eventsOf(reference)).at(-1)).toMatchObject({
      ...{ type: 'evidence.attached', audience: 'supplier', draft: true },
      contents: { questionId: 'isms', name: 'scope.pdf', sha256: file.sha256 },
    });
    expect(await jobs('scan-evidence')).toContainEqual({ fileId: kept?.id });
  });

  test('the same bytes again change nothing, and are handed back', async () => {
    const reference = await world.finishedDraft(acme);
    const [first, again] = [
      uploaded('a.pdf', { content: 'x' }),
      uploaded('b.pdf', { content: 'x' }),
    ];
    expectOk(await attach(reference, { files: [first] }));
    expect(expectOk(await attach(reference, { files: [again] }))).toEqual({
      ...{ attached: [], unused: [again.key] },
    });
    expect(await filesOf(reference)).toHaveLength(1);
    const twice = [uploaded('c.pdf', { content: 'y' }), uploaded('d.pdf', { content: 'y' })];
    expect(expectOk(await attach(reference, { files: twice })).attached).toEqual(['c.pdf']);
  });

  test('200 MB of one application are taken, and not a byte more', async () => {
    const reference = await world.finishedDraft(acme);
    const full = Array.from({ length: 10 }, (_, n) =>
      uploaded(`${n}.pdf`, { size: MOST_BYTES_OF_A_FILE }),
    );
    expectOk(await attach(reference, { files: full }));
    expect(await attach(reference, { files: [uploaded('more.pdf', { size: 1 })] })).toMatchObject({
      problem: { code: 'too_much', message: expect.stringContaining('200 MB') },
    });
    expect(await filesOf(reference)).toHaveLength(10);
  });

  test('an expiry before the effective date is refused, and no date that does not exist', async () => {
    const reference = await world.finishedDraft(acme);
    for (const dates of [
      { effectiveFrom: '2026-11-02', expiresOn: '2026-11-01' },
      { expiresOn: '2026-02-31' },
    ])
      expect(codeOf(await attach(reference, dates))).toBe('invalid');
    expectOk(await attach(reference, { effectiveFrom: '2026-11-01', expiresOn: '2026-11-01' }));
  });

  test('only by a contributor, to an open question of an own application', async () => {
    const reference = await world.finishedDraft(acme);
    expect(codeOf(await attach(reference, {}, asha))).toBe('forbidden');
    expect(codeOf(await attach(reference, {}, other.contributor))).toBe('not_found');
    expect(codeOf(await attach(reference, { questionId: 'no-such' }))).toBe('not_found');
    expect(codeOf(await attach(reference, { files: [] }))).toBe('invalid');
    expectOk(await work.submit(acme, reference));
    expect(codeOf(await attach(reference))).toBe('wrong_status');
    await work.assign(reference, asha);
    await work.reviewAll(asha, reference, { isms: 'insufficient' });
    expectOk(await work.send(asha, reference));
    expect(codeOf(await attach(reference, { questionId: 'euo-process' }))).toBe('wrong_status');
    expectOk(await attach(reference));
  });
});

describe('a declaration', () => {
  test('freezes name, size, hash and scan, shows the file to staff, and keeps it', async () => {
    const reference = await world.finishedDraft(acme);
    expectOk(await attach(reference));
    await scanned(reference, 'clean');
    expect(await filesOf(reference, asha)).toEqual([]);
    const [file] = await filesOf(reference);
    if (!file) throw new Error('no file');
    expect(codeOf(await open(asha, file.id))).toBe('not_found');
    expectOk(await work.submit(acme, reference));
    const [row] = await world.sql`select d.frozen from declarations d
      join applications a on a.id = d.application_id where a.reference = ${reference}`;
    const isms = row?.frozen.answers.find(
      (each: { questionId: string }) => each.questionId === 'isms',
    );
    expect(isms.evidence).toMatchObject([
      { fileId: file.id, name: 'scope.pdf', size: file.size, sha256: file.sha256, scan: 'clean' },
    ]);
    expect(await filesOf(reference, asha)).toHaveLength(1);
    expect(codeOf(await removeEvidence(acme.contributor, { reference, fileId: file.id }))).toBe(
      'declared',
    );
    expect(expectOk(await open(asha, file.id))).toEqual({ warn: false });
    expect((await world.eventsOf(reference)).at(-1)).toMatchObject({
      ...{ type: 'evidence.read', audience: 'staff' },
      contents: { name: 'scope.pdf' },
    });
  });

  test('with a file that holds a virus is not made', async () => {
    const reference = await world.finishedDraft(acme);
    expectOk(await attach(reference));
    await scanned(reference, 'infected');
    expect(await work.submit(acme, reference)).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'isms' }] },
    });
    const [file] = await filesOf(reference);
    expectOk(await removeEvidence(acme.contributor, { reference, fileId: file?.id }));
    expect(await jobs('purge-evidence')).toHaveLength(1);
    expectOk(await work.submit(acme, reference));
  });
});

describe('opening', () => {
  test.each([
    ['waiting', 'waiting', 'waiting'],
    ['infected', 'infected', 'infected'],
    ['failed', 'failed', 'failed'],
    ['clean', 'ok', 'ok'],
    ['not_scanned', 'ok', 'not_scanned'],
  ])('one that is %s: its uploader %s, a colleague %s', async (scan, uploader, colleague) => {
    const reference = await world.finishedDraft(acme);
    expectOk(await attach(reference));
    if (scan !== 'waiting') await scanned(reference, scan);
    const [file] = await filesOf(reference);
    expect(codeOf(await open(acme.contributor, file?.id ?? ''))).toBe(uploader);
    expect(codeOf(await open(acme.signatory, file?.id ?? ''))).toBe(colleague);
    expect(codeOf(await open(other.person, file?.id ?? ''))).toBe('not_found');
    expect(codeOf(await open(asha, file?.id ?? ''))).toBe('not_found');
  });

  test('what nobody scanned goes to others behind a warning, where configuration says so', async () => {
    const reference = await world.finishedDraft(acme);
    expectOk(await attach(reference));
    await scanned(reference, 'not_scanned');
    const [file] = await filesOf(reference);
    const asked = await open(acme.signatory, file?.id ?? '', { shareUnscanned: true });
    expect(expectOk(asked)).toEqual({ warn: true });
    const warned = { shareUnscanned: true, warned: true };
    expect(expectOk(await open(acme.signatory, file?.id ?? '', warned))).toEqual({
      warn: false,
    });
  });
});
