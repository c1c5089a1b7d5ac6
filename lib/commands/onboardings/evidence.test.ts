import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { readOnboardingEvidence } from '@/db/evidence';
import { openEvidence } from '@/lib/commands/evidence/open-evidence';
import { recordScan } from '@/lib/commands/evidence/record-scan';
import { MOST_BYTES_OF_A_FILE } from '@/lib/domain/evidence';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { getDocumentState } from '@/lib/queries/evidence/get-document-state';
import { getOnboardingRoom } from '@/lib/queries/onboardings/get-onboarding-room';
import { codeOf } from '@/lib/testing/assessment';
import { uploaded } from '@/lib/testing/evidence';
import { onboardingSteps, typed } from '@/lib/testing/onboardings';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { attachOnboardingEvidence } from './attach-onboarding-evidence';
import { changeOnboardingEvidenceDates } from './change-onboarding-evidence-dates';
import { moveOnboarding } from './move-onboarding';
import { removeOnboardingEvidence } from './remove-onboarding-evidence';

const system: SystemActor = { kind: 'system', name: 'scan-evidence' };
let world: World;
let steps: ReturnType<typeof onboardingSteps>;
let acme: Supplier;
let other: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  steps = onboardingSteps(world);
  acme = await world.supplier('Acme Care');
  other = await world.supplier('Other Health');
});
afterAll(() => world.end());

const attach = (
  onboardingId: string,
  changes: object = {},
  actor: PersonActor = acme.contributor,
) => attachOnboardingEvidence(actor, { onboardingId, files: [uploaded('alert.pdf')], ...changes });
const filesOf = (id: string, who = acme) =>
  asActor(who.person, (tx) => readOnboardingEvidence(tx, { id, organisationId: acme.id }));
const one = async (id: string): Promise<string> => {
  const [file] = await filesOf(id);
  if (!file) throw new Error('no file');
  return file.id;
};
const open = (actor: PersonActor, fileId: string) =>
  openEvidence(actor, { fileId, shareUnscanned: false, warned: false });

describe('evidence of an onboarding', () => {
  test('is attached, scanned and opened, each on the chain of the onboarding', async () => {
    const id = await steps.add(acme);
    expect(expectOk(await attach(id)).attached).toEqual(['alert.pdf']);
    const fileId = await one(id);
    expect(await filesOf(id)).toMatchObject([
      { subjectKind: 'euo', subjectId: id, scan: 'waiting', declared: false },
    ]);
    expect(codeOf(await open(acme.signatory, fileId))).toBe('waiting');
    expectOk(await recordScan(system, { fileId, scan: 'clean', signature: null }));
    expectOk(await open(acme.signatory, fileId));
    const events = await steps.eventsOf(id);
    expect(events.slice(1).map(({ type }) => type)).toEqual([
      ...['evidence.attached', 'evidence.checked', 'evidence.downloaded'],
    ]);
    expect(events.at(-1)?.contents).toEqual({ onboardingId: id, fileId, name: 'alert.pdf' });
  });

  test('is another supplier’s and the staff’s like none', async () => {
    const id = await steps.add(acme);
    expectOk(await attach(id));
    const fileId = await one(id);
    expectOk(await recordScan(system, { fileId, scan: 'clean', signature: null }));
    const asha = await world.staff('Asha', 'assessor');
    const policy = { shareUnscanned: true };
    for (const actor of [other.contributor, asha]) {
      expect(codeOf(await open(actor, fileId))).toBe('not_found');
      expect(await getDocumentState(actor, fileId, policy)).toBe(null);
    }
    const { ods_code: code } = await steps.row(id);
    expect((await getDocumentState(acme.person, fileId, policy))?.euo).toBe(code);
    expect(codeOf(await attach(id, {}, other.contributor))).toBe('not_found');
    expect(codeOf(await attach(id, {}, acme.signatory))).toBe('forbidden');
    const file = { onboardingId: id, fileId };
    expect(codeOf(await removeOnboardingEvidence(other.contributor, file))).toBe('not_found');
    const second = await steps.add(acme);
    const wrong = { onboardingId: second, fileId };
    expect(codeOf(await removeOnboardingEvidence(acme.contributor, wrong))).toBe('not_found');
    expect(await filesOf(id, other)).toEqual([]);
  });

  test('takes the same bytes once, and 200 MB, whatever its state', async () => {
    const id = await steps.add(acme);
    const { ods_code: code } = await steps.row(id);
    const values = typed.move('2026-11-23', 'They chose another product.');
    const cancel = { onboardingId: id, version: 1, move: 'cancel', values };
    expectOk(await moveOnboarding(acme.contributor, cancel));
    const same = [uploaded('a.pdf', { content: 'x' }), uploaded('b.pdf', { content: 'x' })];
    expect(expectOk(await attach(id, { files: same }))).toEqual({
      ...{ attached: ['a.pdf'], unused: [same[1]?.key] },
    });
    const most = Array.from({ length: 10 }, (_, n) =>
      uploaded(`${n}.pdf`, { size: MOST_BYTES_OF_A_FILE }),
    );
    expect(await attach(id, { files: most })).toMatchObject({ problem: { code: 'too_much' } });
    expectOk(await attach(id, { files: most.slice(1) }));
    const room = 20 * 1024 * 1024 - 1;
    expect(await getOnboardingRoom(acme.contributor, code, id)).toBe(room);
    expect(await getOnboardingRoom(acme.contributor, 'NOTIT', id)).toBe(null);
    expect(await getOnboardingRoom(other.contributor, code, id)).toBe(null);
  });

  test('can be dated and removed until it is given to the assessor', async () => {
    const id = await steps.add(acme);
    const dates = { effectiveFrom: '2026-11-01', expiresOn: null };
    expectOk(await attach(id, dates));
    const file = { onboardingId: id, fileId: await one(id) };
    const change = (version: number, expiresOn: string) =>
      changeOnboardingEvidenceDates(acme.contributor, { ...file, ...dates, version, expiresOn });
    expect(codeOf(await change(1, '2026-10-31'))).toBe('invalid');
    expectOk(await change(1, '2027-11-01'));
    expectOk(await change(1, '2027-11-01'));
    expect(await change(1, '2028-11-01')).toMatchObject({
      problem: { kind: 'conflict', conflict: { version: 2, fields: { expiresOn: '2027-11-01' } } },
    });
    await world.sql`update evidence_files set declared = true where id = ${file.fileId}`;
    expect(codeOf(await change(2, '2028-11-01'))).toBe('declared');
    expect(codeOf(await removeOnboardingEvidence(acme.contributor, file))).toBe('declared');
    const second = await steps.add(acme);
    expectOk(await attach(second));
    const mine = { onboardingId: second, fileId: await one(second) };
    expectOk(await removeOnboardingEvidence(acme.contributor, mine));
    expect(await filesOf(second)).toEqual([]);
    expect((await steps.eventsOf(second)).at(-1)?.type).toBe('evidence.removed');
    expect(codeOf(await removeOnboardingEvidence(acme.contributor, mine))).toBe('not_found');
  });
});
