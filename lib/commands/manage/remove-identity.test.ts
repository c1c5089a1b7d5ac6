import { afterAll, beforeAll, expect, test } from 'vitest';
import { findIdentity } from '@/db/sign-in';
import type { PersonActor } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';
import { getPerson } from '@/lib/queries/people/get-person';
import { expectOk, makeWorld, type World } from '@/lib/testing/world';
import { removeIdentity } from './remove-identity';

let world: World;
let manager: PersonActor;
let assessor: PersonActor;
const link = (subject: string, email: string | null) =>
  findIdentity(
    { issuer: 'https://id.example', tenant: null, subject, email, verified: true },
    now(),
  );

beforeAll(async () => {
  world = await makeWorld();
  manager = await world.staff('Mira', 'manager');
  assessor = await world.staff('Ash', 'assessor');
});
afterAll(() => world.end());

test('only a manager who just proved who they are removes a link, which another account then takes', async () => {
  const [row] = await world.sql`select email from people where id = ${assessor.personId}`;
  const input = { personId: assessor.personId, version: 1 };
  expect(await removeIdentity(manager, input)).toMatchObject({ problem: { code: 'not_linked' } });
  expect(await link('s1', row?.email)).toMatchObject({ personId: assessor.personId });
  expect(await link('s2', row?.email)).toBe('other_subject');
  expect((await getPerson(manager, assessor.personId))?.identity).toEqual({
    linkedAt: now(),
    lastUsedAt: now(),
  });
  await world.sql`insert into sessions (token_hash, person_id, user_agent, created_at, last_seen_at,
    expires_at, way) values ('h', ${assessor.personId}, '', now(), now(), now(), 'provider')`;
  expect(await removeIdentity({ ...manager }, input)).toMatchObject({
    problem: { fields: [{ field: 'proof' }] },
  });
  const colleague = await world.staff('Avi', 'assessor');
  expect(await removeIdentity(colleague, input)).toMatchObject({ problem: { kind: 'forbidden' } });
  expect(await link('s1', null)).toMatchObject({ personId: assessor.personId });

  expectOk(await removeIdentity(manager, input));
  const open = await world.sql`select from sessions where ended_at is null`;
  expect(open).toHaveLength(0);
  expect(await link('s1', null)).toBeNull();
  expect((await getPerson(manager, assessor.personId))?.identity).toBeNull();
  expect(await link('s2', row?.email)).toMatchObject({ personId: assessor.personId });
  const events = await world.sql`select type, actor_id from events
    where subject_id = ${assessor.personId} order by sequence`;
  expect(events.map(({ type }) => type)).toEqual([
    'person.identity_linked',
    'person.identity_refused',
    'person.identity_removed',
    'person.identity_linked',
  ]);
});

test('nobody removes their own', async () => {
  const input = { personId: manager.personId, version: 1 };
  expect(await removeIdentity(manager, input)).toMatchObject({ problem: { code: 'own_account' } });
});
