import { sql as raw } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFullTenant } from '@/lib/testing/full-tenant';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { asActor } from './client';

let world: World;
let owner: Supplier;
let tableOwner: postgres.Sql;
beforeAll(async () => {
  world = await makeWorld();
  owner = await makeFullTenant(world, await world.staff('Alex', 'assessor'), 'Aster Systems');
  tableOwner = postgres(world.database.ownerUrl, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await tableOwner.end();
  await world.end();
});

const countOf = async (table: string) =>
  (await world.sql.unsafe(`select count(*)::int as n from ${table}`))[0]?.n;

describe.each([
  ['events', 'type'],
  ['declarations', 'signatory_name'],
  ['event_contents', 'audience'],
])('%s', (table, column) => {
  const statements = [
    ['update', `update ${table} set ${column} = 'supplier'`],
    ['delete', `delete from ${table}`],
    ['truncate', `truncate ${table} cascade`],
  ] as const;

  test.each(statements)('refuses %s, whoever asks', async (kind, statement) => {
    const before = await countOf(table);
    await expect(world.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
    // Row-level security binds the owner as well: it sees no rows that it could change.
    const byOwner = await tableOwner.unsafe(statement).then(
      (result) => result.count,
      (error) => error.code,
    );
    expect(byOwner).toBe(kind === 'truncate' ? '42501' : 0);
    const staff = await world.staff('Mo', 'manager');
    for (const actor of [owner.person, staff, { kind: 'system', name: 'test' } as const])
      await expect(asActor(actor, (tx) => tx.execute(raw.raw(statement)))).rejects.toMatchObject({
        code: '42501',
      });
    expect(await countOf(table)).toBe(before);
  });
});

test('words can be taken out once, and nothing else of them changed', async () => {
  const [row] = await world.sql`select event_id as id from event_contents limit 1`;
  const change = (set: string) =>
    world.sql.unsafe(`update event_contents set ${set} where event_id = '${row?.id}'`);
  const refused = { code: '42501' };
  await expect(change(`contents = '{}'`)).rejects.toMatchObject(refused);
  await expect(change(`contents = null, salt = null`)).rejects.toMatchObject(refused);
  const redact = `contents = null, salt = null, redacted_at = now()`;
  await expect(change(`${redact}, draft = not draft`)).rejects.toMatchObject(refused);
  expect((await change(redact)).count).toBe(1);
  await expect(change(redact)).rejects.toMatchObject(refused);
});

test("nobody appends to another organisation's history", async () => {
  const stranger = await world.supplier();
  const [theirs] = await world.sql`select id from applications where organisation_id = ${owner.id}`;
  for (const organisation of [owner.id, stranger.id]) {
    const append = asActor(stranger.person, (tx) =>
      tx.execute(raw`select append_event('application', ${theirs?.id}::uuid, ${organisation}::uuid,
        'application.withdrawn', 'supplier', now(), '{}'::jsonb, false, 'salt')`),
    );
    await expect(append).rejects.toMatchObject({ code: /^(42501|23503)$/ });
  }
});
