import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { appendEvent } from '@/db/case';
import { asActor } from '@/db/client';
import { findIdentity } from '@/db/sign-in';
import { setPassword } from '@/lib/commands/account/set-password';
import { makePasswordLink } from '@/lib/commands/manage/make-password-link';
import { removeIdentity } from '@/lib/commands/manage/remove-identity';
import type { PersonActor } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';
import { forgetTold, runTellJobs } from '@/lib/testing/tell-jobs';
import { expectLink, expectOk, makeWorld, type World } from '@/lib/testing/world';

let world: World;
let manager: PersonActor;
let ash: PersonActor;
beforeAll(async () => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one';
  world = await makeWorld();
  manager = await world.staff('Mo', 'manager');
  ash = await world.staff('Ash', 'assessor');
});
afterEach(() => forgetTold(world));
afterAll(() => world.end());

async function told() {
  await runTellJobs(world);
  const rows = await world.sql`select person_id, kind, way from messages order by kind`;
  return rows.map(({ person_id, kind, way }) => [person_id, kind, way]);
}

async function setsPassword(person: PersonActor, password: string) {
  const [row] = await world.sql`select version, email from people where id = ${person.personId}`;
  const asked = { personId: person.personId, version: row?.version };
  const { token } = expectLink(await makePasswordLink(manager, asked));
  expectOk(await setPassword({ kind: 'visitor' }, { token, password }));
}

test('whose password is changed is told, but not who sets their first', async () => {
  const noor = await world.person('Noor', ['contributor'], (await world.supplier()).id);
  await setsPassword(noor, 'three random words');
  expect((await told()).filter(([, kind]) => kind === 'password-set')).toEqual([]);
  await setsPassword(noor, 'four random words too');
  expect(await told()).toContainEqual([noor.personId, 'password-set', 'at_once']);
});

test.each(['person.factor_set', 'person.factor_removed', 'person.password_set'] as const)(
  'who does it themselves is told of %s, and nobody else',
  async (type) => {
    const target = { kind: 'person', id: ash.personId, organisationId: null } as const;
    await asActor(ash, (tx) => appendEvent(tx, { type, contents: {} }, target, now()));
    expect((await told()).map(([who, , way]) => [who, way])).toEqual([[ash.personId, 'at_once']]);
  },
);

test('whose account is linked to single sign-on is told, once, and of its removal', async () => {
  const [row] = await world.sql`select email from people where id = ${ash.personId}`;
  const identity = { issuer: 'https://id.example', tenant: null, subject: 's1', verified: true };
  for (let times = 0; times < 2; times += 1)
    await findIdentity({ ...identity, email: row?.email }, now());
  expect(await told()).toEqual([[ash.personId, 'identity-linked', 'at_once']]);
  expectOk(await removeIdentity(manager, { personId: ash.personId, version: 1 }));
  expect((await told()).map(([who, kind]) => [who, kind])).toEqual([
    [ash.personId, 'identity-linked'],
    [ash.personId, 'identity-removed'],
  ]);
});
