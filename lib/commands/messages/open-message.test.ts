import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { markThreadRead } from './mark-thread-read';
import { openMessage } from './open-message';

const AT = '2026-11-23T10:00:00Z';
let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let reference: string;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.sql`delete from messages`;
  moveClock(AT);
  reference = await work.submitted(acme, asha);
});

/** A message to somebody about the case, at so many minutes past ten. */
async function put(person: PersonActor, kind: string, minutes = 0, about = reference) {
  const [row] = await world.sql`insert into messages
      (person_id, organisation_id, kind, cause, application_id, content, way, created_at)
    select ${person.personId}, ${person.organisationId}, ${kind}, gen_random_uuid()::text, a.id,
      jsonb_build_object('path', '/apply/' || a.reference), 'portal_only',
      ${AT}::timestamptz + make_interval(mins => ${minutes})
    from applications a where a.reference = ${about} returning id`;
  return row?.id as string;
}
const readAt = async (id: string) =>
  (await world.sql`select read_at from messages where id = ${id}`)[0]?.read_at as Date | null;

test('a message whose link is followed is read from then on, and leads to what it is about', async () => {
  const [id, other] = [await put(acme.person, 'decided'), await put(acme.person, 'decided', 1)];
  expect(expectOk(await openMessage(acme.person, { id }))).toEqual({ path: `/apply/${reference}` });
  expect(await readAt(id)).toEqual(new Date(AT));
  expect(await readAt(other)).toBeNull();
  moveClock('2026-11-23T11:00:00Z');
  expectOk(await openMessage(acme.person, { id }));
  expect(await readAt(id)).toEqual(new Date(AT));
});

test('nobody opens another’s message, or one that there is none of', async () => {
  const id = await put(acme.person, 'decided');
  for (const who of [acme.contributor, asha])
    expect(codeOf(await openMessage(who, { id }))).toBe('not_found');
  expect(await readAt(id)).toBeNull();
  const unknown = '00000000-0000-4000-8000-000000000000';
  expect(codeOf(await openMessage(acme.person, { id: unknown }))).toBe('not_found');
  expect(codeOf(await openMessage(acme.person, { id: 'all' }))).toBe('invalid');
});

test('a thread’s page marks what told its reader of it, up to the words that it showed', async () => {
  const elsewhere = await work.submitted(acme, asha);
  const seen = await put(acme.person, 'thread-assessor', 1);
  const others = [
    await put(acme.person, 'thread-assessor', 2),
    await put(acme.person, 'decided', 1),
    await put(acme.person, 'thread-assessor', 1, elsewhere),
    await put(acme.contributor, 'thread-assessor', 1),
    await put(asha, 'thread-supplier', 1),
  ];
  const until = new Date('2026-11-23T10:01:00Z');
  expect(expectOk(await markThreadRead(acme.person, { reference, until }))).toEqual({ marked: 1 });
  expect(await readAt(seen)).toEqual(new Date(AT));
  for (const id of others) expect(await readAt(id)).toBeNull();
  expect(expectOk(await markThreadRead(asha, { reference, until }))).toEqual({ marked: 1 });
  const stranger = await world.supplier('Other Health');
  expect(expectOk(await markThreadRead(stranger.person, { reference, until }))).toEqual({
    marked: 0,
  });
});
