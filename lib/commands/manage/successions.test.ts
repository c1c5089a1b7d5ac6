import { sql as raw } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import type { PersonActor } from '@/lib/domain/permissions';
import { getOrganisation } from '@/lib/queries/organisations/get-organisation';
import { listOrganisations } from '@/lib/queries/organisations/list-organisations';
import { previewSuccession } from '@/lib/queries/organisations/preview-succession';
import { getSupplier } from '@/lib/queries/suppliers/get-supplier';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { endSuccession } from './end-succession';
import { recordSuccession } from './record-succession';

let world: World;
let a: Supplier;
let b: Supplier;
let c: Supplier;
let manager: PersonActor;
const day = { 'effective-day': '1', 'effective-month': '10', 'effective-year': '2026' };
const record = (from: Supplier, code: string, by: PersonActor = manager) =>
  recordSuccession(by, { organisationId: from.id, code, ...day, reason: 'ODS says so.' });
const refusedAt = (field: string) => ({ problem: { kind: 'invalid', fields: [{ field }] } });

beforeAll(async () => {
  world = await makeWorld();
  a = await world.supplier('Aster Systems', 'A1');
  b = await world.supplier('Birch Software', 'B1');
  c = await world.supplier('Cedar Care', 'C1');
  manager = await world.staff('Mira', 'manager');
});
afterAll(() => world.end());

test('a manager records it after a preview; both pages, both histories and both searches tell it', async () => {
  expect(await previewSuccession(manager, a.id, ' b1 ')).toMatchObject({
    predecessor: { counts: { people: 4, products: 1, applications: 0 } },
    successor: { name: 'Birch Software' },
    refusal: null,
  });
  expectOk(await record(a, 'b1'));
  for (const one of [a, b]) {
    expect((await getOrganisation(manager, one.id))?.successions).toMatchObject([
      { predecessor: { id: a.id }, successor: { id: b.id }, effectiveOn: '2026-10-01' },
    ]);
    expect((await getSupplier(manager, one.id))?.successions).toHaveLength(1);
    const events = await world.sql`select type, events.audience, contents from events
      join event_contents on event_id = id where subject_id = ${one.id}`;
    expect([...events]).toEqual([
      {
        ...{ type: 'organisation.succeeded', audience: 'supplier' },
        contents: {
          ...{ predecessor: 'Aster Systems', successor: 'Birch Software' },
          effectiveOn: '2026-10-01',
        },
      },
    ]);
    for (const text of ['aster', 'B1'])
      expect((await listOrganisations(manager, { text }))?.rows.map(({ name }) => name)).toEqual([
        'Aster Systems',
        'Birch Software',
      ]);
  }
  expect((await getOrganisation(manager, a.id))?.history[0]?.lines).toEqual([
    'Organisation: ‘Aster Systems’',
    'Now part of: ‘Birch Software’',
    'Since: 1 October 2026',
  ]);
});

test('what the guards refuse stands beside the code; who may not, does not', async () => {
  expect(await record(a, 'C1')).toMatchObject(refusedAt('code'));
  expect(await record(b, 'A1')).toMatchObject(refusedAt('code'));
  expect(await record(c, 'C1')).toMatchObject(refusedAt('code'));
  expect(await record(c, 'Z9')).toMatchObject(refusedAt('code'));
  expect((await previewSuccession(manager, b.id, 'A1'))?.refusal).toContain('itself part of');
  const later = { organisationId: c.id, code: 'B1', reason: '' };
  expect(await recordSuccession(manager, { ...later, ...day, 'effective-year': '2027' })).toEqual({
    ok: false,
    problem: {
      kind: 'invalid',
      fields: [
        { field: 'effective', message: 'Date of the merger must be today or in the past' },
        { field: 'reason', message: expect.any(String) },
      ],
    },
  });
  const assessor = await world.staff('Ash', 'assessor');
  for (const actor of [assessor, a.person]) {
    expect(await record(c, 'B1', actor)).toMatchObject({ problem: { kind: 'forbidden' } });
    expect(await previewSuccession(actor, c.id, 'B1')).toBeNull();
  }
  expect(await record(c, 'B1', { ...manager })).toMatchObject(refusedAt('proof'));
});

const tried = (actor: PersonActor, statement: string) =>
  asActor(actor, (tx) => tx.execute(raw.raw(statement))).then(
    () => 'done',
    (error) => error.constraint ?? error.code,
  );

test('the database refuses the same, whoever asks', async () => {
  const insert = (from: Supplier, to: Supplier, by = manager) =>
    tried(
      by,
      `insert into successions (predecessor_id, successor_id, effective_on, reason, recorded_by, recorded_at)
        values ('${from.id}', '${to.id}', '2026-10-01', 'x', '${manager.personId}', now())`,
    );
  expect(await insert(a, c)).toBe('successions_one');
  expect(await insert(b, a)).toBe('successions_ring');
  expect(await insert(c, c)).toBe('successions_itself');
  const assessor = await world.staff('Ali', 'assessor');
  for (const by of [assessor, b.person]) expect(await insert(c, b, by)).toBe('42501');
  for (const statement of ['update successions set reason = reason', 'delete from successions'])
    expect(await tried(manager, statement)).toBe('42501');
  await expect(world.sql`update successions set reason = 'y'`).rejects.toThrow('append-only');
  expect(await tried(b.person, 'select 1 from successions')).toBe('42501');
});

test('of two at once one is kept', async () => {
  const [d, e] = [await world.supplier('Dogwood', 'D1'), await world.supplier('Elm', 'E1')];
  const both = await Promise.all([record(d, 'E1'), record(e, 'D1')]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test('it is ended with a reason by a record of its own, and may be recorded anew', async () => {
  const [standing] = (await getOrganisation(manager, a.id))?.successions ?? [];
  const end = (reason: string, by = manager, organisationId = a.id) =>
    endSuccession(by, { organisationId, successionId: standing?.id, reason });
  expect(await end('')).toMatchObject(refusedAt('reason'));
  expect(await end('x', manager, b.id)).toMatchObject({ problem: { kind: 'not_found' } });
  expect(await end('x', b.person)).toMatchObject({ problem: { kind: 'forbidden' } });
  expectOk(await end('It was a mistake.'));
  expect(await end('Again.')).toMatchObject({ problem: { code: 'ended_already' } });
  expect((await getOrganisation(manager, b.id))?.successions).toMatchObject([
    { endReason: 'It was a mistake.' },
  ]);
  expect((await listOrganisations(manager, { text: 'aster' }))?.rows).toHaveLength(1);
  expectOk(await record(a, 'C1'));
});
