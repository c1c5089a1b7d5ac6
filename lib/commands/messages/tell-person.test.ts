import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { appendEvent } from '@/db/case';
import { asActor } from '@/db/client';
import { endColleagueSessions, endPersonSessions } from '@/lib/commands/manage/end-person-sessions';
import { resetSecondFactor } from '@/lib/commands/manage/reset-second-factor';
import type { PersonActor } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';
import { forgetTold, runTellJobs } from '@/lib/testing/tell-jobs';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';

let world: World;
let acme: Supplier;
let manager: PersonActor;
let ash: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
  manager = await world.staff('Mo', 'manager');
  ash = await world.staff('Ash', 'assessor');
});
afterEach(() => forgetTold(world));
afterAll(() => world.end());

async function told() {
  await runTellJobs(world);
  return world.sql`select person_id as who, kind, way, content->>'heading' as heading from messages`;
}
const openOf = async (who: PersonActor) =>
  (await world.sql`select id from sessions where person_id = ${who.personId} and ended_at is null`)
    .length;
const signIn = (who: PersonActor) =>
  world.sql`insert into sessions (token_hash, person_id, user_agent, created_at, last_seen_at, expires_at)
    values (${`hash of ${who.name}`}, ${who.personId}, 'x', now(), now(), now() + interval '1 hour')`;

test.each([
  ['a manager', () => manager, () => ash, endPersonSessions],
  ['an administrator', () => acme.administrator, () => acme.contributor, endColleagueSessions],
] as const)('whom %s signs out is told of it, once, and nobody else', async (_, by, of, end) => {
  const [actor, person] = [by(), of()];
  await signIn(person);
  await signIn(actor);
  expectOk(await end(actor, { personId: person.personId, version: 1 }));
  expect([await openOf(person), await openOf(actor)]).toEqual([0, 1]);
  const heading = 'You were signed out everywhere';
  expect([...(await told())]).toEqual([
    { who: person.personId, kind: 'sessions-ended', way: 'at_once', heading },
  ]);
});

test.each([
  ['one of the staff', () => ash],
  ['a supplier', () => acme.contributor],
] as const)(
  'whose second factor was reset is told of it, once, and nobody else: %s',
  async (_, of) => {
    const { personId } = of();
    await world.sql`insert into second_factors (person_id, sealed, set_at)
    values (${personId}, 'sealed', now())`;
    const reason = 'Lost phone, known by voice';
    expectOk(await resetSecondFactor(manager, { personId, version: 1, reason }));
    const heading = 'Your second factor was reset';
    expect([...(await told())]).toEqual([
      { who: personId, kind: 'factor-reset', way: 'at_once', heading },
    ]);
    const [{ content } = {}] = await world.sql`select content from messages`;
    expect(JSON.stringify(content)).not.toMatch(/Lost phone|Mo/);
  },
);

test.each([
  ['one of the staff', () => ash],
  ['a supplier', () => acme.contributor],
] as const)(
  'whose recovery code was used is told, though it was done as them: %s',
  async (_, of) => {
    const actor = of();
    const { personId: id, organisationId } = actor;
    const used = { type: 'person.recovery_used', contents: { left: 9 } } as const;
    await asActor(actor, (tx) =>
      appendEvent(tx, used, { kind: 'person', id, organisationId }, now()),
    );
    const heading = 'One of your recovery codes was used';
    expect([...(await told())]).toEqual([
      { who: id, kind: 'recovery-used', way: 'at_once', heading },
    ]);
  },
);

test('nobody signs out somebody whom they do not look after', async () => {
  for (const [actor, end] of [
    [acme.contributor, endColleagueSessions],
    [acme.administrator, endPersonSessions],
    [ash, endPersonSessions],
  ] as const)
    expect(await end(actor, { personId: manager.personId, version: 1 })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  expect(
    await endColleagueSessions(acme.administrator, { personId: ash.personId, version: 1 }),
  ).toMatchObject({ problem: { kind: 'not_found' } });
});
