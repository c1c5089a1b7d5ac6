import { appendEvent } from '@/db/case';
import { asActor } from '@/db/client';
import { readOwnFactor } from '@/db/second-factors';
import { beginSession } from '@/db/sessions';
import { findCredentials, findIdentity, type Identity } from '@/db/sign-in';
import { countAttempt, forgetAttempts } from '@/db/throttles';
import { isStaff, type PersonActor } from '@/lib/domain/permissions';
import { env } from '@/lib/env';
import { now } from '@/lib/ports/clock';
import { PasswordsBusy, verifyPassword } from '@/lib/ports/passwords';
import { newToken } from '@/lib/ports/tokens';
import { foldedEmail, forgivenBy, signInLimits } from './sign-in-limits';

export type Attempt = {
  email: string;
  password: string;
  client: string | null;
  device?: string | undefined;
  userAgent: string;
};

/** A session's token, or why there is none; `retryAt` when it makes sense to come back. */
export type SignInAnswer =
  | { ok: true; token: string; actor: PersonActor }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'throttled'; retryAt: Date }
  | { ok: false; reason: 'busy' };

/**
 * Begins a session. For somebody who owes a second factor it is a half-open one: the database finds
 * it for nothing but giving that, and it is no sign-in yet.
 */
async function begin(
  actor: PersonActor,
  userAgent: string,
  way: 'password' | 'provider',
  authenticatedAt: Date | null = null,
): Promise<SignInAnswer> {
  const { token, hash } = newToken();
  const at = now();
  const expiresAt = new Date(at.getTime() + env().SESSION_ABSOLUTE_HOURS * 3_600_000);
  const id = await asActor(actor, async (tx) => {
    const broughtFactor = way === 'provider' && env().OIDC_BRINGS_SECOND_FACTOR;
    const { sealed } = await readOwnFactor(tx);
    const required = isStaff(actor) && !env().DEMO;
    const owes = !broughtFactor && (sealed !== null || required);
    // A provider may know the browser from days ago; a code that is owed proves more than it did.
    const provedAt = owes || way === 'password' ? at : authenticatedAt;
    const begun = { tokenHash: hash, userAgent, now: at, expiresAt, way, broughtFactor, provedAt };
    const session = await beginSession(tx, begun);
    if (session === null || owes) return session;
    const target = { kind: 'person', id: actor.personId, organisationId: actor.organisationId };
    const event = { type: 'person.signed_in', contents: { way } } as const;
    await appendEvent(tx, event, { ...target, kind: 'person' }, at);
    return session;
  });
  return id === null ? { ok: false, reason: 'wrong' } : { ok: true, token, actor };
}

/**
 * Signs in with address and password. Every door leads through here, so that none goes round the
 * counters; an unknown address, a wrong password and somebody deactivated answer alike.
 */
export async function signInWithPassword(attempt: Attempt): Promise<SignInAnswer> {
  const { email, password, client, device, userAgent } = attempt;
  const limits = signInLimits(email, client, device);
  const retryAt = await countAttempt(limits, now());
  if (retryAt) return { ok: false, reason: 'throttled', retryAt };
  const address = foldedEmail(email);
  // A control character is in no address, and NUL would even be a surprise to PostgreSQL.
  const possible = address.length <= 320 && !/\p{Cc}/u.test(address);
  const found = possible ? await findCredentials(address) : null;
  try {
    // Longer ones were never accepted; hashing them would only cost time.
    const fits = await verifyPassword(found?.passwordHash ?? null, password.slice(0, 200));
    if (!found || !fits) return { ok: false, reason: 'wrong' };
  } catch (error) {
    if (error instanceof PasswordsBusy) return { ok: false, reason: 'busy' };
    throw error;
  }
  const answer = await begin(found.actor, userAgent, 'password');
  if (answer.ok) await forgetAttempts(forgivenBy(limits));
  return answer;
}

/**
 * Signs in somebody whom the identity provider vouches for, if the portal knows them. `authenticatedAt`
 * is when the provider last asked them who they are, null where it does not tell.
 */
export async function signInWithIdentity(
  identity: Identity,
  { userAgent, authenticatedAt }: { userAgent: string; authenticatedAt: Date | null },
): Promise<SignInAnswer> {
  const found = await findIdentity(identity, now());
  if (found === null || typeof found === 'string') return { ok: false, reason: 'wrong' };
  return begin(found, userAgent, 'provider', authenticatedAt);
}
