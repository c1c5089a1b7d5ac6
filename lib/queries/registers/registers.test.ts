import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { getCheck } from '@/lib/queries/apply/get-check';
import { getQuestion } from '@/lib/queries/apply/get-question';
import { getCase } from '@/lib/queries/assess/get-case';
import { type Assessment, assessment } from '@/lib/testing/assessment';
import { putRegister } from '@/lib/testing/register';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getSnapshot } from './get-snapshot';
import { listSnapshots } from './list-snapshots';
import { searchRegister } from './search-register';

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
beforeEach(async () => {
  await world.sql`truncate register_snapshots cascade`;
});

const row = (status: string, date: string, code = 'A1B2C', name = 'ACME CARE LIMITED') =>
  [code, name, status, date, 'Company'] as const;
const beside = async (reference: string, id: string) =>
  (await getQuestion(acme.person, reference, id, '/'))?.register;

describe('before submitting', () => {
  test('without a register in use it says so beside each answer, and blocks nothing', async () => {
    const reference = await world.finishedDraft(acme);
    expect(await beside(reference, 'dspt-status')).toEqual({ asOf: null, truth: null, says: null });
    expect(await beside(reference, 'isms')).toBeNull();
    const check = await getCheck(acme.person, reference);
    expect([check?.registerOf, check?.register]).toEqual([null, []]);
  });

  test('the supplier reads what differs, beside the answer and at the check', async () => {
    await putRegister(asha, '2026-11-01', [row('25/26 Standards Met', '02/07/2026')]);
    const reference = await world.finishedDraft(acme);
    expect(await beside(reference, 'dspt-published-on')).toMatchObject({
      asOf: '2026-11-01',
      truth: {
        state: 'contradicts',
        words: 'You said 12 June 2026; the register says 2 July 2026, two days after the deadline.',
      },
    });
    const check = await getCheck(acme.person, reference);
    expect(check?.register.map(({ questionId }) => questionId)).toEqual([
      'dspt-within-deadline',
      'dspt-published-on',
    ]);
    await work.submit(acme, reference).then((answer) => expect(answer.ok).toBe(true));
  });

  test('an answer not yet given stands beside what the register says of the known code', async () => {
    await putRegister(asha, '2026-11-01', [row('25/26 Standards Met', '12/06/2026')]);
    const reference = await world.draft(acme);
    expect(await beside(reference, 'dspt-status')).toMatchObject({
      truth: null,
      says: 'It says 25/26 Standards Met for A1B2C, published on 12 June 2026.',
    });
    await putRegister(asha, '2026-11-02', [row('25/26 Standards Met', '12/06/2026', 'OTHER')]);
    expect((await beside(reference, 'dspt-status'))?.says).toBe('It has no row for A1B2C.');
  });
});

test('the register of the latest day counts, not the one uploaded last', async () => {
  const newer = await putRegister(asha, '2026-11-10', [row('Not Published', '')]);
  moveClock('2026-11-23T10:05:00Z');
  const older = await putRegister(asha, '2026-11-01', [row('25/26 Standards Met', '12/06/2026')]);
  moveClock('2026-11-23T10:00:00Z');
  const page = await listSnapshots(asha);
  expect(page?.inUse.get('dspt')?.id).toBe(newer);
  expect(page?.rows.map(({ id, inUse }) => [id, inUse])).toEqual([
    [older, false],
    [newer, true],
  ]);
});

test('a declaration keeps the row it was held against; its assessor reads the latest', async () => {
  const first = await putRegister(asha, '2026-11-01', [row('25/26 Standards Met', '12/06/2026')]);
  const reference = await work.submitted(acme, asha);
  await putRegister(asha, '2026-11-20', [row('25/26 Standards Not Met', '12/06/2026')]);
  const [declared] = await world.sql`select d.frozen from declarations d
    join applications a on a.id = d.application_id where a.reference = ${reference}`;
  expect(declared?.frozen.snapshot).toMatchObject({
    ...{ snapshotId: first, asOf: '2026-11-01', complete: true },
    entry: { status: '25/26 Standards Met', level: 'standards_met' },
  });
  const found = await getCase(asha, reference);
  expect(found?.register.get('dspt-compliant')).toMatchObject({
    asOf: '2026-11-20',
    truth: {
      state: 'contradicts',
      words: 'The supplier said yes; the register says 25/26 Standards Not Met.',
    },
  });
  expect(found?.register.has('isms')).toBe(false);
});

describe('the register', () => {
  test('is searched by a whole code or part of a name, by code, page after page', async () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      row('25/26 Standards Met', '', `M${String(n).padStart(2, '0')}`, `100% Maple_${n} Surgery`),
    );
    await putRegister(asha, '2026-11-01', [...many, row('Not Published', '', 'Z9', "O'Neil & Co")]);
    const codes = async (text: string, after = '') =>
      (await searchRegister(asha, 'dspt', { text, after }))?.rows.map(({ code }) => code);
    expect(await codes('z9')).toEqual(['Z9']);
    expect(await codes("o'neil")).toEqual(['Z9']);
    expect(await codes('%')).toHaveLength(25);
    expect(await codes('maple_29')).toEqual(['M29']);
    expect(await codes('surgery', 'M24')).toEqual(['M25', 'M26', 'M27', 'M28', 'M29']);
    expect(await codes('100%', 'nonsense\0')).toEqual([]);
  });

  test('is for staff: suppliers see no list, no snapshot, no search', async () => {
    const id = await putRegister(asha, '2026-11-01', [row('25/26 Standards Met', '')]);
    expect(await listSnapshots(acme.person)).toBeNull();
    expect(await getSnapshot(acme.person, id)).toBeNull();
    expect(await searchRegister(acme.person, 'dspt', { text: 'a' })).toBeNull();
    expect(await getSnapshot(asha, 'no-id')).toBeNull();
    expect((await getSnapshot(asha, id))?.uploader).toBe('Asha Assessor');
  });
});
