import { appendEvent } from '@/db/case';
import { asActor, type Tx } from '@/db/client';
import { readOwnPassword } from '@/db/password-links';
import * as stored from '@/db/second-factors';
import { listOwnSessions, renewOwnSession } from '@/db/sessions';
import { countAttempt, forgetAttempts } from '@/db/throttles';
import type { NewEvent } from '@/lib/domain/events';
import type { PersonActor } from '@/lib/domain/permissions';
import { type CodeRefusal, readCode, readRecoveryCode } from '@/lib/domain/second-factor';
import type { ProofWay } from '@/lib/domain/step-up';
import { env } from '@/lib/env';
import { now } from '@/lib/ports/clock';
import { PasswordsBusy, verifyPassword } from '@/lib/ports/passwords';
import { newToken } from '@/lib/ports/tokens';
import { oidcProvider } from './provider';
import { factorLimits, forgivenBy } from './sign-in-limits';
import * as totp from './totp';

/** Whose session, and from where: half-open or not, the database decides what it may do. */
export type Holder = { id: string; actor: PersonActor; client: string | null };
type Refused = { ok: false } & CodeRefusal;
/** `token` is the session's from now on, where this made a half-open one whole. */
export type Right = { ok: true; token: string | null };
type Answer = Right | Refused;

const no = (reason: Exclude<CodeRefusal['reason'], 'throttled'>) =>
  ({ ok: false, reason }) as const;

function note(tx: Tx, actor: PersonActor, event: NewEvent, at: Date) {
  const { personId: id, organisationId } = actor;
  return appendEvent(tx, event, { kind: 'person', id, organisationId }, at);
}

/**
 * Gives a session that becomes whole another token, so that whoever put the first one into this browser,
 * or saw it, holds nothing.
 */
export async function renewToken(tx: Tx, session: string): Promise<string> {
  const { token, hash } = newToken();
  if (!(await renewOwnSession(tx, session, hash))) throw new Error('the session has just ended');
  return token;
}

/** Guesses are counted for the person and for the client, and what is right forgives the person's. */
async function counted(holder: Holder, work: () => Promise<Answer>): Promise<Answer> {
  const limits = factorLimits(holder.actor.personId, holder.client);
  const retryAt = await countAttempt(limits, now());
  if (retryAt) return { ok: false, reason: 'throttled', retryAt };
  const answer = await work();
  if (answer.ok) await forgetAttempts(forgivenBy(limits));
  return answer;
}

async function refuse(actor: PersonActor, reason: 'wrong' | 'used' | 'old' | 'unreadable') {
  await asActor(actor, (tx) =>
    note(tx, actor, { type: 'person.code_refused', contents: { why: reason } }, now()),
  );
  return no(reason);
}

/** What a right answer was given for: to finish signing in, or to prove it again. */
type Purpose = 'sign-in' | 'proof';

/** How somebody came to owe a code: by the password, or by the identity provider. */
export async function wayOf(tx: Tx, session: string, at: Date): Promise<string> {
  const own = await listOwnSessions(tx, at, env().SESSION_IDLE_MINUTES);
  return own.find(({ id }) => id === session)?.way ?? 'password';
}

async function right(
  tx: Tx,
  { id, actor }: Holder,
  { purpose, by }: { purpose: Purpose; by: ProofWay },
  at: Date,
): Promise<Right> {
  if (purpose === 'proof') {
    await note(tx, actor, { type: 'person.proved', contents: { way: by } }, at);
    return { ok: true, token: null };
  }
  const contents = { way: await wayOf(tx, id, at), factor: by };
  await note(tx, actor, { type: 'person.signed_in', contents }, at);
  return { ok: true, token: await renewToken(tx, id) };
}

/** Gives a code of the app; each works once, also when it is posted twice at the same instant. */
export async function giveCode(holder: Holder, typed: string, purpose: Purpose): Promise<Answer> {
  if (typed.trim() === '') return no('empty');
  const code = readCode(typed);
  if (code === null) return no('malformed');
  const { actor, id: session } = holder;
  return counted(holder, async () => {
    const at = now();
    const factor = await asActor(actor, stored.readOwnFactor);
    if (factor.sealed === null) return no('ended');
    const { sealed } = factor;
    const secret = totp.openSecret(sealed, actor.personId);
    if (secret === null) return refuse(actor, 'unreadable');
    const found = totp.stepOf(secret, code, at);
    if (!found) return refuse(actor, 'wrong');
    if (!found.near) return refuse(actor, 'old');
    const { step } = found;
    const taken = await asActor(actor, async (tx) => {
      if (!(await stored.acceptOwnCode(tx, { session, sealed, step }, at))) return null;
      return right(tx, holder, { purpose, by: 'app' }, at);
    });
    return taken ?? refuse(actor, 'used');
  });
}

/** Gives a recovery code, which is used up. */
export async function giveRecoveryCode(
  holder: Holder,
  typed: string,
  purpose: Purpose,
): Promise<Answer> {
  if (typed.trim() === '') return no('empty');
  const code = readRecoveryCode(typed);
  if (code === null) return no('malformed');
  const { actor, id: session } = holder;
  return counted(holder, async () => {
    const at = now();
    const hash = totp.recoveryHash(actor.personId, code);
    const taken = await asActor(actor, async (tx) => {
      if (!(await stored.useOwnRecoveryCode(tx, { session, hash }, at))) return null;
      const { codesLeft: left } = await stored.readOwnFactor(tx);
      await note(tx, actor, { type: 'person.recovery_used', contents: { left } }, at);
      return right(tx, holder, { purpose, by: 'recovery' }, at);
    });
    return taken ?? refuse(actor, 'wrong');
  });
}

/** The password once more, from somebody who has no second factor. */
async function givePassword(holder: Holder, password: string): Promise<Answer> {
  const { actor, id } = holder;
  return counted(holder, async () => {
    const kept = await asActor(actor, (tx) => readOwnPassword(tx));
    try {
      if (!(await verifyPassword(kept, password.slice(0, 200))) || kept === null)
        return refuse(actor, 'wrong');
    } catch (error) {
      if (error instanceof PasswordsBusy) return no('busy');
      throw error;
    }
    const at = now();
    const proved = await asActor(actor, async (tx) => {
      if (!(await stored.proveOwnSession(tx, id, at))) return false;
      await note(tx, actor, { type: 'person.proved', contents: { way: 'password' } }, at);
      return true;
    });
    return proved ? { ok: true, token: null } : no('ended');
  });
}

/**
 * What somebody is asked for to prove again that it is them; 'provider' of those who have neither, as
 * where the identity provider brings the second factor: they sign in there again.
 */
export async function proofAsked(actor: PersonActor): Promise<'code' | 'password' | 'provider'> {
  const [factor, password] = await asActor(
    actor,
    async (tx) => [await stored.readOwnFactor(tx), await readOwnPassword(tx)] as const,
  );
  if (factor.sealed !== null) return 'code';
  return password === null && oidcProvider() ? 'provider' : 'password';
}

/** Proves again that it is them: by the code, or by the password where there is no second factor. */
export async function prove(
  holder: Holder,
  typed: string,
): Promise<{ ok: true; way: ProofWay } | Refused> {
  const asked = await proofAsked(holder.actor);
  if (asked !== 'code') {
    const answer = await givePassword(holder, typed);
    return answer.ok ? { ok: true, way: 'password' } : answer;
  }
  if (readCode(typed) === null && readRecoveryCode(typed) !== null) {
    const answer = await giveRecoveryCode(holder, typed, 'proof');
    return answer.ok ? { ok: true, way: 'recovery' } : answer;
  }
  const answer = await giveCode(holder, typed, 'proof');
  return answer.ok ? { ok: true, way: 'app' } : answer;
}

/** What somebody may read about their own second factor: since when, and how many codes are left. */
export async function ownFactor(actor: PersonActor) {
  const { setAt, codesLeft } = await asActor(actor, stored.readOwnFactor);
  return { setAt, codesLeft };
}
