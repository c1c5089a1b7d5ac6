import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerSpotCheck } from '@/lib/commands/spot-checks/answer-spot-check';
import { closeSpotCheck } from '@/lib/commands/spot-checks/close-spot-check';
import { drawSpotCheck } from '@/lib/commands/spot-checks/draw-spot-check';
import { markSpotCheckItem } from '@/lib/commands/spot-checks/mark-spot-check-item';
import { writeItemNote } from '@/lib/commands/spot-checks/write-item-note';
import type { PersonActor } from '@/lib/domain/permissions';
import { listApplications } from '@/lib/queries/apply/list-applications';
import { getSupplier } from '@/lib/queries/suppliers/get-supplier';
import { drawOf, overriddenBy, putEuo } from '@/lib/testing/euos';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getDraw } from './get-draw';
import { getFrame } from './get-frame';
import { getOwnSpotCheck } from './get-own-spot-check';
import { getSpotCheck } from './get-spot-check';

let world: World;
let acme: Supplier;
let other: Supplier;
let asha: PersonActor;
let mo: PersonActor;
let id: string;
let files: string[];
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care', 'ACM1');
  other = await world.supplier('Other Health', 'OTH1');
  asha = await world.staff('Asha Assessor', 'assessor');
  mo = await world.staff('Mo Manager', 'manager');
  const euos = [
    await putEuo(world, acme, { code: 'E1' }),
    await putEuo(world, acme, { code: 'E2', ...overriddenBy(acme.person, 'It cannot wait') }),
  ];
  const apart = await putEuo(world, acme, { code: 'P1', state: 'planned', go_live_on: null });
  files = [];
  for (const onboarding of [...euos, apart]) {
    const [row] =
      await world.sql`insert into evidence_files (organisation_id, subject_kind, subject_id,
      name, media_type, size, sha256, storage_key, scan, uploaded_by, uploaded_at) values (${acme.id}, 'euo',
      ${onboarding}, 'check.txt', 'text/plain', 1, 'x', md5(random()::text), 'clean',
      ${acme.person.personId}, now()) returning id`;
    files.push(row?.id);
  }
  id = expectOk(await drawSpotCheck(asha, drawOf(acme, { size: '2', message: 'Show us' }))).id;
});
afterAll(() => world.end());

const seenFiles = async () =>
  (await getSpotCheck(asha, 'ACM1', id))?.items.flatMap((item) =>
    item.files.map((file) => file.id),
  );

describe('before it is sent', () => {
  test('the supplier reads what is asked and what the portal holds, and staff no note and no file', async () => {
    const own = await getOwnSpotCheck(acme.contributor, id);
    expect(own).toMatchObject({ number: 1, state: 'open', message: 'Show us', mayAnswer: true });
    expect(own?.items.map(({ odsCode, answered }) => [odsCode, answered]).sort()).toEqual([
      ['E1', true],
      ['E2', true],
    ]);
    expect((await getOwnSpotCheck(acme.administrator, id))?.mayAnswer).toBe(false);
    const note = { spotCheckId: id, itemId: own?.items[0]?.id, note: 'Ours', version: '1' };
    expectOk(await writeItemNote(acme.person, note));
    const view = await getSpotCheck(asha, 'acm1', id);
    expect(view).toMatchObject({ drawnBy: 'Asha Assessor', mayMark: false, frameCount: 2 });
    expect(view?.items.map((item) => item.sent)).toEqual([[], []]);
    expect(JSON.stringify(view)).not.toContain('Ours');
    expect(await seenFiles()).toEqual([]);
    const home = await listApplications(acme.person, { open: '', decided: '' });
    expect(home?.spotChecks).toEqual([{ id, number: 1, dueOn: '2026-12-07', count: 2 }]);
  });

  test('nobody else reads it, by whatever address', async () => {
    expect(await getOwnSpotCheck(other.person, id)).toBeNull();
    expect(await getOwnSpotCheck(asha, id)).toBeNull();
    expect(await getOwnSpotCheck(acme.person, 'nonsense')).toBeNull();
    expect(await getSpotCheck(acme.person, 'ACM1', id)).toBeNull();
    expect(await getSpotCheck(asha, 'OTH1', id)).toBeNull();
    expect(await getSpotCheck(asha, 'ACM1', 'nonsense')).toBeNull();
    for (const code of ['OTH1', 'NOBODY', '%']) expect(await getFrame(asha, code, id)).toBeNull();
    expect(await getFrame(other.person, 'ACM1', id)).toBeNull();
    expect(await getDraw(mo, 'ACM1')).toBeNull();
    expect(await getDraw(asha, 'NOBODY')).toBeNull();
    expect(await getDraw(asha, other.id)).toMatchObject({ record: 'OTH1', any: false });
  });

  test('the list that is given out has the hash that is shown', async () => {
    const frame = await getFrame(mo, 'ACM1', id);
    const view = await getSpotCheck(mo, acme.id, id);
    const hash = createHash('sha256')
      .update(frame?.text ?? '')
      .digest('hex');
    expect(view?.frameSha256).toBe(hash);
    expect(frame?.text.split('\n')).toHaveLength(3);
  });
});

test('once it is sent, staff see the files of what was drawn, and of nothing else', async () => {
  expectOk(await answerSpotCheck(acme.person, { spotCheckId: id }));
  expect((await seenFiles())?.sort()).toEqual(files.slice(0, 2).sort());
  const [apart] = await world.sql`select declared from evidence_files where id = ${files[2] ?? ''}`;
  expect(apart?.declared).toBe(false);
  const view = await getSpotCheck(asha, 'ACM1', id);
  expect(view?.items.map(({ sent }) => sent[0]?.note).sort()).toEqual(['', 'Ours']);
  expect(view).toMatchObject({ mayMark: true, seen: 0, result: { satisfactory: 0, of: 2 } });
  expect((await getSpotCheck(mo, 'ACM1', id))?.mayMark).toBe(false);
  const home = await listApplications(acme.person, { open: '', decided: '' });
  expect(home?.spotChecks).toEqual([]);
});

test('its result stands on the record, and the supplier reads it without a name', async () => {
  const items = (await getSpotCheck(asha, 'ACM1', id))?.items ?? [];
  for (const [index, { id: itemId }] of items.entries()) {
    const found = index === 0 ? { satisfactory: 'yes' } : { satisfactory: 'no', reason: 'No date' };
    const mark = { spotCheckId: id, itemId, version: '0', staffNote: 'Odd', ...found };
    expectOk(await markSpotCheckItem(asha, mark));
  }
  const before = await getOwnSpotCheck(acme.person, id);
  expect(before?.items.map(({ found }) => found)).toEqual([null, null]);
  expectOk(await closeSpotCheck(asha, { spotCheckId: id, seen: '2' }));
  const after = await getOwnSpotCheck(acme.person, id);
  expect(after?.items[1]?.found).toEqual({ satisfactory: false, reason: 'No date' });
  expect(JSON.stringify(after)).not.toMatch(/Asha|Odd/);

  const record = await getSupplier(mo, 'acm1');
  expect(record).toMatchObject({ name: 'Acme Care', record: 'ACM1', counts: { live: 2 } });
  expect(record?.spotChecks).toMatchObject([
    { number: 1, state: 'closed', result: { satisfactory: 1, of: 2 } },
  ]);
  expect(record?.matrix.live).toEqual({ ready: 2, not_proven: 0, not_ready: 0, lapsed: 0 });
  expect(record?.matrix.planned.ready).toBe(1);
  expect(record?.overrides).toMatchObject([{ odsCode: 'E2', reason: 'It cannot wait' }]);
  expect(await getSupplier(acme.person, 'ACM1')).toBeNull();
  expect(await getSupplier(asha, 'NOBODY')).toBeNull();
});
