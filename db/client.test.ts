import { connect as connectTo, createServer, type Server } from 'node:net';
import { sql as raw } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { asActor, closeDatabase, type Tx } from './client';

let world: World;
let owner: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier();
});
afterAll(() => world.end());

const one = (tx: Tx) => tx.execute<{ n: number }>(raw`select 1::int as n`);

test('a transaction that somebody kept says nothing any more', async () => {
  let kept: Tx | undefined;
  await asActor(owner.person, async (tx) => {
    kept = tx;
    await one(tx);
  });
  expect(() => kept && one(kept)).toThrow('after it had ended');
  let failed: Tx | undefined;
  const failing = asActor(owner.person, async (tx) => {
    failed = tx;
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(() => failed && one(failed)).toThrow('after it had ended');
});

test('one inside another throws instead of waiting for itself', async () => {
  const nested = asActor(owner.person, () => asActor(owner.person, one));
  await expect(nested).rejects.toThrow('would wait for itself');
});

test('many at once each keep their own identity', async () => {
  const other = await world.supplier();
  const seen = await Promise.all(
    Array.from({ length: 60 }, (_, index) => {
      const who = index % 2 === 0 ? owner : other;
      return asActor(who.person, async (tx) => {
        const rows = await tx.execute<{ id: string }>(raw`select id from organisations`);
        return rows.map(({ id }) => id).join() === who.id;
      });
    }),
  );
  expect(seen).not.toContain(false);
});

test('without a role, or without an identity, nothing is seen', async () => {
  const app = (await import('postgres')).default(world.database.appUrl, { max: 1 });
  try {
    await expect(app`select 1 from applications`).rejects.toMatchObject({ code: '42501' });
    await expect(app`select 1 from people`).rejects.toMatchObject({ code: '42501' });
    for (const role of ['portal_supplier', 'portal_visitor'])
      for (const table of ['organisations', 'people', 'applications', 'answers', 'declarations']) {
        const seen = await app
          .begin(async (tx) => {
            await tx`select set_config('role', ${role}, true)`;
            return await tx.unsafe(`select count(*)::int as n from ${table}`);
          })
          .then(
            ([row]) => row?.n,
            (error) => error.code,
          );
        expect([role, table, seen]).toEqual([
          role,
          table,
          role === 'portal_supplier' ? 0 : '42501',
        ]);
      }
  } finally {
    await app.end();
  }
});

test('a failure tells its code and constraint, and nothing that somebody typed', async () => {
  const words = 'what Mrs Example told us';
  const failing = asActor(owner.person, (tx) =>
    tx.execute(raw`insert into people (organisation_id, email, name, roles, created_at)
      values (${owner.id}, ${words}, ${words}, '{assessor}', now())`),
  );
  const error = await failing.catch((caught: Error) => caught);
  expect(error).toMatchObject({ code: '23514', constraint: 'people_roles' });
  const told = `${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`;
  expect(told).not.toContain('Mrs Example');
  expect((error as Error).cause).toBeUndefined();
  const cast = asActor(owner.person, (tx) => tx.execute(raw`select ${words}::uuid`));
  expect(String(await cast.catch((caught: Error) => caught))).not.toContain('Mrs Example');
});

/** Forwards to the database from another port, once it is told to listen. */
function relay(target: URL): Server {
  return createServer((here) => {
    const there = connectTo(Number(target.port), target.hostname);
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const) {
      from.pipe(to);
      from.on('error', () => to.destroy());
    }
  });
}

test('a server that comes up late is waited for; a sent statement is not sent again', async () => {
  const real = new URL(world.database.appUrl);
  const server = relay(real);
  const reserved = createServer();
  await new Promise<void>((resolve) => reserved.listen(0, '127.0.0.1', resolve));
  const { port } = reserved.address() as { port: number };
  await new Promise((resolve) => reserved.close(resolve));
  const late = new URL(real);
  late.hostname = '127.0.0.1';
  late.port = String(port);
  process.env.DATABASE_URL = late.href;
  let runs = 0;
  try {
    const answer = asActor(owner.person, async (tx) => {
      runs += 1;
      return (await one(tx))[0]?.n;
    });
    setTimeout(() => server.listen(port, '127.0.0.1'), 1500);
    expect(await answer).toBe(1);
    expect(runs).toBe(1);

    const cut = asActor(owner.person, async (tx) => {
      runs += 1;
      await tx.execute(raw`do $$ begin raise exception using errcode = 'admin_shutdown'; end $$`);
    });
    await expect(cut).rejects.toMatchObject({ name: 'DatabaseError', code: '57P01' });
    expect(runs).toBe(2);
    expect((await asActor(owner.person, one))[0]?.n).toBe(1);
  } finally {
    await closeDatabase();
    process.env.DATABASE_URL = real.href;
    server.close();
  }
});
