import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmDecision } from '@/lib/commands/assess/confirm-decision';
import type { PersonActor } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';
import { expectOk, makeWorld, type World } from '@/lib/testing/world';
import { redactEvent } from './redact-event';
import { resetSecondFactor } from './reset-second-factor';

let world: World;
let manager: PersonActor;
let assessor: PersonActor;
const lost = (who: PersonActor, reason = 'Lost phone, known by voice') => ({
  personId: who.personId,
  version: 1,
  reason,
});

async function give(who: PersonActor) {
  await world.sql`insert into second_factors (person_id, sealed, set_at)
    values (${who.personId}, 'sealed', now())`;
  await world.sql`insert into recovery_codes (person_id, code_hash, made_at)
    values (${who.personId}, 'hash', now())`;
  await world.sql`insert into sessions (token_hash, person_id, user_agent, created_at, last_seen_at,
    expires_at, factor) values (${who.personId}, ${who.personId}, '', now(), now(), now(), 'app')`;
}
const left = async (who: PersonActor) => {
  const [row] = await world.sql`select
    (select count(*) from second_factors where sealed is not null and person_id = ${who.personId})
    + (select count(*) from recovery_codes where person_id = ${who.personId})
    + (select count(*) from sessions where ended_at is null and person_id = ${who.personId}) as n`;
  return Number(row?.n);
};

beforeAll(async () => {
  world = await makeWorld();
  manager = await world.staff('Mira', 'manager');
  assessor = await world.staff('Ash', 'assessor');
});
afterAll(() => world.end());

test('only a manager who just proved who they are resets a second factor, with a reason', async () => {
  await give(assessor);
  const at = (minutes: number) => ({ at: new Date(now().getTime() - minutes * 60_000) });
  const proved = (minutes: number): PersonActor => ({
    ...manager,
    proof: { ...at(minutes), way: 'app' },
  });
  const unproved = { ok: false, problem: { kind: 'invalid', fields: [{ field: 'proof' }] } };
  for (const who of [{ ...manager }, proved(5), proved(-1)])
    expect(await resetSecondFactor(who, lost(assessor))).toMatchObject(unproved);
  const colleague = await world.staff('Avi', 'assessor');
  expect(await resetSecondFactor(colleague, lost(assessor))).toMatchObject({
    problem: { kind: 'forbidden' },
  });
  expect(await resetSecondFactor(proved(1), lost(assessor, ' '))).toMatchObject({
    problem: { fields: [{ field: 'reason' }] },
  });
  expect(await left(assessor)).toBe(3);
  expectOk(await resetSecondFactor(proved(4.9), lost(assessor)));
  expect(await left(assessor)).toBe(0);
  const [event] = await world.sql`select contents from events join event_contents on event_id = id
    where type = 'person.factor_reset' and subject_id = ${assessor.personId}`;
  expect(event?.contents).toEqual({ reason: 'Lost phone, known by voice' });
  expect(await resetSecondFactor(manager, lost(assessor))).toMatchObject({
    problem: { code: 'not_set' },
  });
});

test('nobody resets their own; whoever runs the service resets the last manager’s', async () => {
  await give(manager);
  expect(await resetSecondFactor(manager, lost(manager))).toMatchObject({
    problem: { code: 'own_account' },
  });
  const operator = { kind: 'system', name: 'user:reset-factor' } as const;
  expectOk(await resetSecondFactor(operator, lost(manager)));
  expect(await left(manager)).toBe(0);
});

test('confirming a decision and taking words out ask for a proof as well', async () => {
  const unproved = { problem: { kind: 'invalid', fields: [{ field: 'proof' }] } };
  const input = { reference: 'DSI-2222-2222', version: '1-1' };
  expect(await confirmDecision({ ...manager }, input)).toMatchObject(unproved);
  expect(await confirmDecision(manager, input)).toMatchObject({ problem: { kind: 'not_found' } });
  const redaction = { redactionId: crypto.randomUUID() };
  expect(await redactEvent({ ...manager }, redaction)).toMatchObject(unproved);
  expect(await redactEvent(manager, redaction)).toMatchObject({ problem: { kind: 'not_found' } });
});
