import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing';

let database: TestDatabase;
const run = async (...words: string[]) => {
  // The first manager gets the link in hand, also where email leaves the portal.
  const mail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'portal@nhs.example' };
  const AUTH_URL = 'https://portal.example';
  const env = { ...process.env, ...mail, DATABASE_URL: database.appUrl, AUTH_URL };
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'bin/user-create.ts', ...words],
      { env },
    );
    return { code: 0, text: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, text: stderr };
  }
};

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('makes the first manager and prints their link once', async () => {
  const words = ['--email', 'First@nhs.example', '--name', 'First Manager'];
  const made = await run(...words);
  expect(made.text).toMatch(/https:\/\/portal\.example\/set-password\/[\w-]{43}\n/);
  expect(made.code).toBe(0);
  const sql = postgres(database.superuserUrl, { max: 1 });
  const rows = await sql`select email, roles, organisation_id from people`;
  const events = await sql`select type, actor_side from events order by sequence`;
  await sql.end();
  expect([...rows]).toEqual([
    { email: 'first@nhs.example', roles: ['manager'], organisation_id: null },
  ]);
  expect([...events]).toEqual([
    { type: 'person.invited', actor_side: 'system' },
    { type: 'person.link_made', actor_side: 'system' },
  ]);
  const again = await run(...words);
  expect(again.code).toBe(1);
  expect(again.text).toContain('has an account already');
});

test('says how it is used', async () => {
  expect(await run()).toMatchObject({ code: 1, text: expect.stringContaining('--email') });
  const wrong = await run('--email', 'a@b.example', '--name', 'A', '--role', 'signatory');
  expect(wrong).toMatchObject({ code: 1, text: expect.stringContaining('assessor, manager') });
});
