import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor, closeDatabase } from './client';
import { stageRows } from './copy';
import { type TestDatabase, testDatabase } from './testing';

const COLUMNS = { n: 'integer', word: 'text' } as const;
const system = { kind: 'system', name: 'test' } as const;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  process.env.DATABASE_URL = database.appUrl;
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

async function* given<T>(...rows: T[]): AsyncGenerator<T> {
  for (const row of rows) yield row;
}

test('every text comes back as it was, and nothing is nothing', async () => {
  const texts = [
    '',
    ' ',
    'a\tb',
    'two\r\nlines',
    'back\\slash',
    '\\N',
    'O\'Neil, "Sons"',
    'é—😀',
    null,
  ];
  const found = await asActor(system, async (tx) => {
    await stageRows(tx, 'staged', COLUMNS, given(...texts.map((text, n) => [n, text] as const)));
    return tx.execute<{ word: string | null }>(sql`select word from staged order by n`);
  });
  expect(found.map(({ word }) => word)).toEqual(texts);
});

test('a source that breaks off leaves nothing, and the connection is as good as new', async () => {
  async function* breaking() {
    for (let n = 0; n < 50_000; n += 1) yield [n, 'x'.repeat(20)] as const;
    throw new Error('broke off');
  }
  await expect(
    asActor(system, async (tx) => {
      await stageRows(tx, 'staged', COLUMNS, breaking());
    }),
  ).rejects.toThrow('broke off');
  await expect(
    asActor(system, (tx) => tx.execute(sql`select 1 as n from staged`)),
  ).rejects.toMatchObject({ code: '42P01' });
  expect(await asActor(system, (tx) => tx.execute(sql`select 1 as n`))).toHaveLength(1);
});

test('whoever acts goes on as before: the rows are lent to them, and nothing else', async () => {
  const found = await asActor(system, async (tx) => {
    await stageRows(tx, 'staged', COLUMNS, given([1, 'one'] as const));
    const [row] = await tx.execute(sql`select current_user as who, word,
      has_table_privilege('sessions', 'select') as more from staged`);
    return row;
  });
  expect(found).toEqual({ who: 'portal_system', word: 'one', more: false });
});

test('rows that the database refuses are an error, not a wait, and the connection is as good as new', async () => {
  for (const rows of [1, 20_000])
    await expect(
      asActor(system, (tx) =>
        stageRows(
          tx,
          'staged',
          { n: 'integer', day: 'date' },
          Array.from({ length: rows }, (_, n) => [n, n + 1 < rows ? '2026-11-23' : 'no day']),
        ),
      ),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^(22007|25P02)$/) });
  expect(await asActor(system, (tx) => tx.execute(sql`select 1 as n`))).toHaveLength(1);
});
