import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { dropKeptWords } from '@/db/kept-words';
import { endSessionsOf } from '@/db/sessions';
import { endSessionOfToken, findSessionOwner, keepWords } from '@/db/sign-in';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock, now } from '@/lib/ports/clock';
import { hashOfToken } from '@/lib/ports/tokens';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { readKeptWords, sealWords } from './kept-words';
import { seal, unseal } from './keys';

let world: World;
let supplier: Supplier;
let other: PersonActor;
const path = '/apply/DSI-7K3M-9Q2T/isms';
const values = { answer: 'yes', details: 'Our ISMS covers\nall of it 🦊', points: ['a', 'b'] };

/** A session that has ended, as the cookie of an open page still names it. */
async function endedSession(person: PersonActor, token: string): Promise<string> {
  const tokenHash = hashOfToken(token);
  await world.sql`insert into sessions (token_hash, person_id, user_agent, created_at, last_seen_at,
    expires_at) values (${tokenHash}, ${person.personId}, '', ${now()}, ${now()}, ${now()})`;
  await endSessionOfToken(tokenHash, now());
  return tokenHash;
}

async function keep(tokenHash: string, words: Record<string, string | string[]> = values) {
  const personId = await findSessionOwner(tokenHash, now());
  const sealed = personId ? sealWords(words, { personId, path }) : null;
  if (sealed) await keepWords({ tokenHash, path, sealed }, now());
  return sealed;
}

beforeAll(async () => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one';
  world = await makeWorld();
  supplier = await world.supplier();
  other = await world.staff('Mira', 'manager');
});
afterAll(() => world.end());

test('what was typed when the session had ended waits for that person alone', async () => {
  await keep(await endedSession(supplier.person, 'one'));
  expect(await readKeptWords(supplier.person, path)).toEqual(values);
  expect(await readKeptWords(supplier.contributor, path)).toBeNull();
  expect(await readKeptWords(other, path)).toBeNull();
  expect(await readKeptWords(supplier.person, '/apply/DSI-7K3M-9Q2T/euo-process')).toBeNull();
  const [row] = await world.sql`select sealed from kept_words`;
  expect(Buffer.from(row?.sealed, 'base64url').toString()).not.toContain('ISMS');
});

test('the latest words replace those before, and are gone once they are dropped', async () => {
  await keep(await endedSession(supplier.person, 'two'), { details: 'later' });
  expect(await readKeptWords(supplier.person, path)).toEqual({ details: 'later' });
  await dropKeptWords(other, path);
  expect(await readKeptWords(supplier.person, path)).not.toBeNull();
  await dropKeptWords(supplier.person, path);
  expect(await readKeptWords(supplier.person, path)).toBeNull();
});

test('of many places the oldest is forgotten, and not what was typed last', async () => {
  await world.sql`insert into kept_words (person_id, path, sealed, kept_at)
    select ${supplier.signatory.personId}, '/apply/' || n, 'sealed', '2026-11-01'::timestamptz
      + n * interval '1 minute' from generate_series(1, 50) n`;
  expect(await keep(await endedSession(supplier.signatory, 'four'))).not.toBeNull();
  const rows = await world.sql<{ path: string }[]>`select path from kept_words
    where person_id = ${supplier.signatory.personId} order by kept_at`;
  expect(rows).toHaveLength(50);
  expect([rows[0]?.path, rows.at(-1)?.path]).toEqual(['/apply/2', path]);
  expect(await readKeptWords(supplier.signatory, path)).toEqual(values);
});

test('nothing is kept for a token nobody has, an old one, or somebody deactivated', async () => {
  expect(await keep(hashOfToken('unknown'))).toBeNull();
  const hash = await endedSession(supplier.contributor, 'three');
  moveClock('2026-12-24T10:00:00Z');
  expect(await keep(hash)).toBeNull();
  moveClock('2026-11-23T10:00:00Z');
  await world.sql`update people set active = false where id = ${supplier.contributor.personId}`;
  expect(await keep(hash)).toBeNull();
  expect(sealWords({ details: 'x'.repeat(300_000) }, { personId: 'p', path })).toBeNull();
});

test('nothing is kept for a session that a new password or a deactivation took away', async () => {
  const { person, signatory } = await world.supplier();
  const begin = async (who: PersonActor, token: string) => {
    await world.sql`insert into sessions (token_hash, person_id, user_agent, created_at,
      last_seen_at, expires_at) values (${hashOfToken(token)}, ${who.personId}, '', ${now()}, ${now()},
      ${new Date(now().getTime() + 3_600_000)})`;
    return hashOfToken(token);
  };
  const [open, own] = [await begin(person, 'six'), await begin(person, 'seven')];
  const signedOut = await endedSession(person, 'eight');
  for (const hash of [open, signedOut]) expect(await keep(hash)).not.toBeNull();
  await world.sql`insert into credentials values (${person.personId}, 'old', ${now()})`;
  const [kept] = await world.sql`select id from sessions where token_hash = ${own}`;
  await asActor(person, (tx) =>
    tx.execute(sql`select change_own_password('old', 'new', ${now().toISOString()}::timestamptz,
      ${kept?.id}::uuid)`),
  );
  for (const hash of [open, signedOut]) expect(await keep(hash)).toBeNull();
  await endSessionOfToken(own, now());
  expect(await keep(own)).not.toBeNull();

  const taken = await begin(signatory, 'nine');
  await asActor(other, (tx) => endSessionsOf(tx, signatory.personId, now()));
  expect(await keep(taken)).toBeNull();
});

test('a seal opens only where it was made, and only unchanged', () => {
  const sealed = seal('words', 'here');
  expect(unseal(sealed, 'here')).toBe('words');
  expect(unseal(sealed, 'there')).toBeNull();
  expect(unseal(`${sealed.slice(0, -2)}AA`, 'here')).toBeNull();
  expect(unseal('', 'here')).toBeNull();
  process.env.AUTH_SECRET = 'another secret of the tests, long enough too';
  expect(unseal(sealed, 'here')).toBeNull();
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one';
});
