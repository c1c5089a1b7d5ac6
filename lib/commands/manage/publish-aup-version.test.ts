import { sql as raw } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { listAupVersions } from '@/lib/queries/aup/list-aup-versions';
import { putEuo } from '@/lib/testing/euos';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { publishAupVersion } from './publish-aup-version';

let world: World;
let acme: Supplier;
let asha: PersonActor;
let mo: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
  mo = await world.staff('Mo Manager', 'manager');
});
afterAll(() => world.end());

const version = (name: string, day: string, month: string, year: string) => ({
  ...{ version: name, note: 'What changed' },
  ...{ 'inForce-day': day, 'inForce-month': month, 'inForce-year': year },
});
const fieldsOf = (result: Awaited<ReturnType<typeof publishAupVersion>>) =>
  !result.ok && result.problem.kind === 'invalid'
    ? result.problem.fields.map(({ field }) => field)
    : [];

test('a version is published once, by a manager, and everybody of the staff reads it', async () => {
  const { id } = expectOk(await publishAupVersion(mo, version('Version 2.0', '1', '4', '2026')));
  expectOk(await publishAupVersion(mo, version('3.1', '1', '4', '2027')));
  expectOk(await publishAupVersion(mo, version('1', '1', '4', '2025')));
  expect(fieldsOf(await publishAupVersion(mo, version(' v2.0', '2', '4', '2026')))).toEqual([
    'version',
  ]);
  expect(fieldsOf(await publishAupVersion(mo, version('2.1', '1', '4', '2026')))).toEqual([
    'inForce',
  ]);
  const both = await publishAupVersion(mo, version('V 2.0', '1', '4', '2027'));
  expect(fieldsOf(both).sort()).toEqual(['inForce', 'version']);

  const listed = await listAupVersions(asha);
  expect(listed?.map(({ version: name, standing }) => [name, standing])).toEqual([
    ['3.1', 'ahead'],
    ['Version 2.0', 'in_force'],
    ['1', 'replaced'],
  ]);
  expect(listed?.[1]).toMatchObject({ publishedBy: 'Mo Manager', note: 'What changed' });
  moveClock('2027-04-01T10:00:00Z');
  expect((await listAupVersions(mo))?.[0]?.standing).toBe('in_force');
  moveClock('2026-11-23T10:00:00Z');

  const events = await world.sql`select e.subject_id, e.audience, c.contents from events e
    join event_contents c on c.event_id = e.id where e.subject_kind = 'aup' order by e.at, e.id`;
  expect(events).toHaveLength(3);
  expect(events.find((event) => event.subject_id === id)).toMatchObject({
    audience: 'staff',
    contents: { version: 'Version 2.0', inForceFrom: '2026-04-01' },
  });
});

test('no version begins before a day on which somebody went live', async () => {
  await putEuo(world, acme, { code: 'E1', go_live_on: '2026-11-01' });
  const early = await publishAupVersion(mo, version('7', '1', '11', '2026'));
  expect(fieldsOf(early)).toEqual(['inForce']);
  expectOk(await publishAupVersion(mo, version('7', '2', '11', '2026')));
  await world.sql`delete from judging_runs`;
  await world.sql`delete from aup_versions where version = '7'`;
  await world.sql`delete from onboardings`;
});

test('two managers publish the same at once, and one of them hears so', async () => {
  const lee = await world.staff('Lee Manager', 'manager');
  const results = await Promise.all(
    [mo, lee].map((actor) => publishAupVersion(actor, version('5', '1', '5', '2026'))),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.flatMap(fieldsOf).sort()).toEqual(['inForce', 'version']);
});

test('nobody else publishes, and a published version is never changed', async () => {
  for (const actor of [asha, acme.person, { kind: 'visitor' } as const]) {
    const result = await publishAupVersion(actor, version('9', '1', '9', '2026'));
    expect(result).toMatchObject({ problem: { kind: 'forbidden' } });
  }
  expect(await listAupVersions(acme.person)).toBeNull();
  for (const statement of [`update aup_versions set note = ''`, 'delete from aup_versions'])
    await expect(asActor(mo, (tx) => tx.execute(raw.raw(statement)))).rejects.toMatchObject({
      code: '42501',
    });
});
