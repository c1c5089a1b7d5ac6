import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor, asLogin } from '@/db/client';
import type { Actor } from '@/lib/domain/permissions';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';

let world: World;
let supplier: Supplier;
let actors: Actor[];
const closed = [
  ...['sessions', 'credentials', 'throttles', 'identities'],
  ...['second_factors', 'recovery_codes'],
];

beforeAll(async () => {
  world = await makeWorld();
  supplier = await world.supplier();
  actors = [
    supplier.person,
    await world.staff('Mira', 'manager', 'assessor'),
    { kind: 'system', name: 'test' },
    { kind: 'visitor' },
  ];
});
afterAll(() => world.end());

test('no role reads or writes who is signed in, passwords, counters or identities', async () => {
  for (const actor of actors)
    for (const table of closed)
      for (const statement of [`select 1 from ${table}`, `delete from ${table}`])
        await expect(asActor(actor, (tx) => tx.execute(sql.raw(statement)))).rejects.toMatchObject({
          code: '42501',
        });
});

test('the app itself, before it is anybody, may look a session up and nothing else', async () => {
  expect(await asLogin(sql`select * from find_session('x', now(), 30, true)`)).toEqual([]);
  for (const table of [...closed, 'people', 'organisations', 'applications', 'password_links'])
    await expect(asLogin(sql.raw(`select 1 from ${table}`))).rejects.toMatchObject({
      code: '42501',
    });
  await expect(asLogin(sql`select * from find_credentials('x')`)).rejects.toMatchObject({
    code: '42501',
  });
});

test('visitors reach only the functions of signing in, suppliers none of them', async () => {
  const [visitor] = actors.slice(-1);
  const call = (actor: Actor, statement: string) =>
    asActor(actor, (tx) => tx.execute(sql.raw(statement)));
  const refused = { code: '42501' };
  if (visitor) {
    await call(visitor, `select * from find_credentials('x')`);
    for (const own of [
      'find_own_password()',
      'find_own_factor()',
      `end_sessions_of(gen_random_uuid(), now())`,
    ])
      await expect(call(visitor, `select ${own}`)).rejects.toMatchObject(refused);
  }
  for (const door of [
    `find_credentials('x')`,
    `find_identity('i', 't', 's', 'e', true, now(), '')`,
  ])
    await expect(call(supplier.person, `select * from ${door}`)).rejects.toMatchObject(refused);
  for (const actor of actors)
    await expect(
      call(
        actor,
        `select append_own_event(gen_random_uuid(), null, 'person.signed_in', now(), '')`,
      ),
    ).rejects.toMatchObject(refused);
  for (const actor of actors)
    await expect(call(actor, 'select tell_of_last(gen_random_uuid())')).rejects.toMatchObject(
      refused,
    );
});

test('links and tokens are hidden from those who may see that there is a link', async () => {
  for (const actor of actors)
    await expect(
      asActor(actor, (tx) => tx.execute(sql`select token_hash from password_links`)),
    ).rejects.toMatchObject({ code: '42501' });
});
