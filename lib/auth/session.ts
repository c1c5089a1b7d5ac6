import 'server-only';
import type { Route } from 'next';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { encode } from 'next-auth/jwt';
import { cache } from 'react';
import { dropKeptWords } from '@/db/kept-words';
import {
  type FoundSession,
  findHalfSession,
  findSession,
  findSessionOwner,
  type HalfSession,
  keepWords,
} from '@/db/sign-in';
import type { FormValues } from '@/lib/domain/form-state';
import { atHome, can, type Permission, type PersonActor } from '@/lib/domain/permissions';
import { returnPath } from '@/lib/domain/return-path';
import { env, requireEnv } from '@/lib/env';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { DAY_SECONDS, isSecure, SESSION_COOKIE_DAYS, sessionCookieName } from './cookies';
import { readKeptWords, sealWords } from './kept-words';
import { readToken } from './read-token';

/** The hash of the token that this request's cookie holds, whether or not it still opens anything. */
export const currentTokenHash = cache(async (): Promise<string | null> => {
  const name = sessionCookieName(await headers());
  const cookie = (await cookies()).get(name)?.value;
  return cookie ? readToken(cookie, name) : null;
});

/** The session of this request, looked up once: roles and activity are those of this moment. */
export const currentSession = cache(async (): Promise<FoundSession | null> => {
  const hash = await currentTokenHash();
  return hash ? findSession(hash, now(), env().SESSION_IDLE_MINUTES) : null;
});

/** Who gave the right password in this browser a moment ago, and still owes the second factor. */
export const currentHalfSession = cache(async (): Promise<HalfSession | null> => {
  const hash = await currentTokenHash();
  return hash ? findHalfSession(hash, now()) : null;
});

/** Lets the cookie of an ended session go when another tab, left alone, would have been signed out. */
export async function shortenSessionCookie(): Promise<void> {
  const head = await headers();
  const jar = await cookies();
  const found = jar.get(sessionCookieName(head));
  if (!found) return;
  jar.set(found.name, found.value, {
    ...{ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(head) },
    maxAge: env().SESSION_IDLE_MINUTES * 60,
  });
}

/** Puts a session's new token into this browser, as next-auth does at the start of one. */
export async function carryToken(token: string): Promise<void> {
  const head = await headers();
  const name = sessionCookieName(head);
  const maxAge = SESSION_COOKIE_DAYS * DAY_SECONDS;
  const secret = requireEnv('AUTH_SECRET');
  const value = await encode({ token: { sid: token }, secret, salt: name, maxAge });
  const kind = { httpOnly: true, sameSite: 'lax', path: '/' } as const;
  (await cookies()).set(name, value, { ...kind, secure: isSecure(head), maxAge });
}

/** The path of this request, with its query. */
export const currentPath = async (): Promise<string> =>
  (await headers()).get('x-portal-path') ?? paths.home;

async function signInAddress(path: string) {
  const back = returnPath(path);
  return back ? (`${paths.signIn}?return=${encodeURIComponent(back)}` as const) : paths.signIn;
}

/**
 * For pages: whoever signed in, if they hold the permission. Signed out, it sends to sign in and
 * back here; not permitted looks like a page that does not exist.
 */
export async function requireActor(permission: Permission): Promise<PersonActor> {
  const session = await currentSession();
  if (!session) redirect(await signInAddress(await currentPath()));
  if (!can(session.actor, permission)) redirect(paths.notFound as Route);
  return permission === 'account:own' ? atHome(session.actor) : session.actor;
}

async function keep(personId: string, path: string, values: FormValues): Promise<boolean> {
  const tokenHash = await currentTokenHash();
  const sealed = tokenHash && sealWords(values, { personId, path });
  if (!sealed) return false;
  await keepWords({ tokenHash, path, sealed }, now());
  return true;
}

/** Whose words a signed-out request would keep; null where nothing is kept, as after a new password. */
export async function ownerOfWords(): Promise<string | null> {
  const hash = await currentTokenHash();
  return hash ? findSessionOwner(hash, now()) : null;
}

/**
 * For actions: whoever signed in; the command checks the permission. When the session has ended,
 * what was typed is kept, sealed for its person, and offered again at `path` after signing in.
 */
export async function actorForAction(words?: {
  path: string;
  values: FormValues;
}): Promise<PersonActor> {
  const session = await currentSession();
  if (session) return session.actor;
  const path = words?.path ?? (await currentPath());
  const owner = words ? await ownerOfWords() : null;
  if (words && owner) await keep(owner, path, words.values);
  redirect(await signInAddress(path));
}

/**
 * Keeps what somebody typed where it can no longer be saved, to be read once more at `path`; false
 * where it is too much to keep.
 */
export const keepTyped = (
  { personId }: Pick<PersonActor, 'personId'>,
  path: string,
  values: FormValues,
): Promise<boolean> => keep(personId, path, values);

/** What this person typed at `path` when their session had ended, or null. */
export async function keptWords(actor: PersonActor, path: string): Promise<FormValues | null> {
  return readKeptWords(actor, path);
}

/** Forgets those words, once they are saved or no longer wanted. */
export async function forgetWords(actor: PersonActor, path: string): Promise<void> {
  await dropKeptWords(actor, path);
}
