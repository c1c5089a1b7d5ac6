import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import { withdrawApplication } from '@/lib/commands/apply/withdraw-application';
import { askRedaction } from '@/lib/commands/manage/ask-redaction';
import { redactEvent } from '@/lib/commands/manage/redact-event';
import { type AuditFault, describeBrokenLink } from '@/lib/domain/audit';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { findHistoryCode } from './find-history-code';
import { verifyChains } from './verify-chains';

const system = { kind: 'system', name: 'audit test' } as const;
let world: World;
let owner: Supplier;
let reference: string;
let head: string;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier();
  for (let other = 0; other < 3; other += 1) await world.finishedDraft(owner);
  reference = await world.finishedDraft(owner);
  const idempotencyKey = 'one-submission-only';
  const input = { reference, idempotencyKey, confirmed: true };
  head = expectOk(await submitApplication(owner.signatory, input)).chainHead;
  const reason = 'The product is no longer built.';
  expectOk(await withdrawApplication(owner.signatory, { reference, reason }));
  await world.sql`create schema kept`;
  for (const table of ['events', 'event_contents', 'event_chains', 'declarations', 'redactions'])
    await world.sql.unsafe(`create table kept.${table} as table ${table}`);
});
afterAll(() => world.end());

/** A statement by somebody who owns the server: no trigger, no policy. */
const tamper = (...statements: string[]) =>
  world.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const statement of statements) await tx.unsafe(statement);
  });
afterEach(() =>
  tamper(
    ...['redactions', 'event_contents', 'event_chains', 'declarations', 'events'].flatMap(
      (table) => [`delete from ${table}`, `insert into ${table} select * from kept.${table}`],
    ),
  ),
);
const own = () => `(select id from applications where reference = '${reference}')`;
const brokenNow = async () => (await verifyChains(system)).broken;

test('a whole history is whole, read at once or in small batches', async () => {
  const { counts, broken } = await verifyChains(system);
  expect(broken).toBeNull();
  const [real] = await world.sql`select (select count(*)::int from event_chains) as chains,
    (select count(*)::int from events) as events,
    (select count(*)::int from declarations) as submissions`;
  expect(counts).toEqual({ ...real, redacted: 0 });
  const told: number[] = [];
  const slowly = await verifyChains(system, (so) => told.push(so.chains), 1);
  expect(slowly.counts).toEqual(counts);
  expect(told).toEqual([1, 2, 3, 4]);
});

const cases: [AuditFault, number, () => string[]][] = [
  ['gap', 4, () => [`delete from events where sequence = 3 and subject_id = ${own()}`]],
  [
    'link',
    3,
    () => [
      `update events set previous_hash = 'x' where sequence = 3
    and subject_id = ${own()}`,
    ],
  ],
  [
    'hash',
    3,
    () => [
      `update events set at = at + interval '1 second' where sequence = 3
    and subject_id = ${own()}`,
    ],
  ],
  [
    'hash',
    9,
    () => [
      `update events set audience = 'staff' where sequence = 9
    and subject_id = ${own()}`,
    ],
  ],
  [
    'actor',
    9,
    () => [
      `update events set supplier_actor_id = gen_random_uuid() where sequence = 9
    and subject_id = ${own()}`,
    ],
  ],
  [
    'contents',
    10,
    () => [
      `update event_contents set contents = '{"reason": "another"}'
    where contents ? 'reason'`,
    ],
  ],
  ['contents_missing', 10, () => [`delete from event_contents where contents ? 'reason'`]],
  [
    'audience',
    10,
    () => [
      `update event_contents set audience = 'staff'
    where contents ? 'reason'`,
    ],
  ],
  [
    'redaction',
    10,
    () => [
      `update event_contents set contents = null, salt = null,
    redacted_at = now() where contents ? 'reason'`,
    ],
  ],
  ['head', 10, () => [`delete from events where sequence = 10 and subject_id = ${own()}`]],
  ['head', 10, () => [`delete from event_chains where subject_id = ${own()}`]],
  [
    'declaration',
    9,
    () => [
      `update declarations set frozen = jsonb_set(frozen,
    '{organisation,name}', '"Somebody Else"')`,
    ],
  ],
  ['declaration_missing', 9, () => [`delete from declarations`]],
  [
    'no_chain',
    0,
    () => [
      `delete from declarations`,
      `delete from events where subject_id = ${own()}`,
      `delete from event_chains where subject_id = ${own()}`,
    ],
  ],
];
test.each(cases)('%s at event %i is found and named', async (fault, sequence, statements) => {
  await tamper(...statements());
  const broken = await brokenNow();
  expect(broken).toEqual({ subject: reference, sequence, fault });
  expect(broken && describeBrokenLink(broken)).toContain(reference);
});

test('a chain that was rewritten as a whole shows by its receipt', async () => {
  const rewrite = `do $$ declare e record; before text := ''; begin
    for e in select * from events where subject_id = ${own()} order by sequence loop
      e.at := e.at - interval '1 day';
      update events set at = e.at, previous_hash = before, hash = hash_event(before, e.sequence,
        e.subject_kind, e.subject_id, e.organisation_id, e.type, e.audience, e.at, e.actor_side,
        e.actor_id, e.contents_hash) where id = e.id returning hash into before;
    end loop;
    update event_chains set head = before where subject_id = ${own()};
  end $$`;
  await tamper(rewrite);
  expect(await brokenNow()).toEqual({ subject: reference, sequence: 9, fault: 'receipt' });
  const everywhere = `update declarations d set chain_head = e.hash from events e
    where e.subject_id = d.application_id and e.sequence = d.chain_sequence`;
  await tamper(everywhere);
  expect(await brokenNow()).toBeNull();
  expect(await findHistoryCode(system, head)).toBeNull();
});

test('a history code leads to its event', async () => {
  expect(await findHistoryCode(system, head)).toMatchObject({
    reference,
    sequence: 9,
    label: 'Declaration submitted',
  });
  expect(await findHistoryCode(system, "' or true --")).toBeNull();
});

test('a redacted event leaves the chain whole, and its words are nowhere', async () => {
  const [mo, max] = [await world.staff('Mo', 'manager'), await world.staff('Max', 'manager')];
  const [event] = await world.sql`select event_id from event_contents where contents ? 'reason'`;
  const eventId: string = event?.event_id;
  const asked = expectOk(await askRedaction(mo, { eventId, reason: 'Names a patient' }));
  expectOk(await redactEvent(max, asked));
  const { counts, broken } = await verifyChains(system);
  expect(broken).toBeNull();
  expect(counts.redacted).toBe(1);
  const all = await world.sql`select contents::text from event_contents`;
  expect(JSON.stringify(all)).not.toContain('no longer built');
});
