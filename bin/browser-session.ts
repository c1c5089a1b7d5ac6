import { encode } from 'next-auth/jwt';
import { codeAt } from '@/lib/auth/totp';
import { requireEnv } from '@/lib/env';
import { newToken } from '@/lib/ports/tokens';
import type { BrowserCast, Person } from './browser-cast';

/** As the portal names it over http. */
const NAME = 'authjs.session-token';
const HOURS = 12;

/** Sessions for tests whose subject begins behind the door; signing in has tests of its own. */
export function browserSessions({ sql }: Pick<BrowserCast, 'sql'>) {
  /** Begins a session of somebody, and answers the cookie that a browser at `url` has of it. */
  async function sessionOf({ actor }: Person, url: string) {
    const { token, hash } = newToken();
    await sql`insert into sessions
      (token_hash, person_id, user_agent, created_at, last_seen_at, proved_at, proved_by, expires_at)
      values
      (${hash}, ${actor.personId}, '', now(), now(), now(), 'password',
        now() + make_interval(hours => ${HOURS}))`;
    const sealed = { token: { sid: token }, secret: requireEnv('AUTH_SECRET'), salt: NAME };
    const value = await encode({ ...sealed, maxAge: HOURS * 3600 });
    return { name: NAME, value, url, httpOnly: true, sameSite: 'Lax' } as const;
  }

  /** Somebody who set an authenticator app up, and in these tests never gives its code. */
  async function withFactor(person: Person): Promise<Person> {
    await sql`insert into second_factors (person_id, sealed, set_at)
      values (${person.actor.personId}, 'sealed', now())`;
    return person;
  }

  /** Somebody who came in by single sign-on once. */
  async function withLink(person: Person): Promise<Person> {
    const { personId } = person.actor;
    await sql`insert into identities (person_id, issuer, subject, linked_at, last_used_at)
      values (${personId}, 'https://id.example', ${personId}, now(), now())`;
    return person;
  }

  /** The code of an authenticator app whose clock is so many seconds ahead. */
  const appCode = (key: string, ahead = 0): string =>
    codeAt(key, new Date(Date.now() + ahead * 1000));

  return { sessionOf, withFactor, withLink, appCode };
}
export type BrowserSessions = ReturnType<typeof browserSessions>;
