import { appendEvent } from '@/db/case';
import { asActor, type Tx } from '@/db/client';
import * as stored from '@/db/second-factors';
import type { NewEvent } from '@/lib/domain/events';
import type { PersonActor } from '@/lib/domain/permissions';
import { type CodeRefusal, readCode } from '@/lib/domain/second-factor';
import { now } from '@/lib/ports/clock';
import { type Holder, renewToken, wayOf } from './second-factor';
import * as totp from './totp';

type Session = Pick<Holder, 'id' | 'actor'>;

function note(tx: Tx, actor: PersonActor, event: NewEvent, at: Date) {
  const { personId: id, organisationId } = actor;
  return appendEvent(tx, event, { kind: 'person', id, organisationId }, at);
}

/**
 * The secret to put into an app, the same one for ten minutes and in every tab; null when the
 * session may not set one up: it owes a code, or was not proved in the last minutes.
 */
export async function secretToSetUp({ id, actor }: Session): Promise<string | null> {
  const fresh = totp.newSealedSecret(actor.personId);
  const pending = await asActor(actor, (tx) => stored.beginOwnFactor(tx, id, fresh, now()));
  return pending === null ? null : totp.openSecret(pending, actor.personId);
}

type SetUp = { ok: true; codes: string[]; token: string | null } | ({ ok: false } & CodeRefusal);

/** Puts the shown secret in force once its first code is right; answers the recovery codes, once. */
export async function setUpFactor(
  session: Session & { signingIn: boolean },
  typed: string,
): Promise<SetUp> {
  const { id, actor, signingIn } = session;
  if (typed.trim() === '') return { ok: false, reason: 'empty' };
  const code = readCode(typed);
  if (code === null) return { ok: false, reason: 'malformed' };
  const at = now();
  const fresh = totp.newSealedSecret(actor.personId);
  const pending = await asActor(actor, (tx) => stored.beginOwnFactor(tx, id, fresh, at));
  if (pending === null) return { ok: false, reason: 'ended' };
  const secret = totp.openSecret(pending, actor.personId);
  if (secret === null) return { ok: false, reason: 'ended' };
  const found = totp.stepOf(secret, code, at);
  if (!found) return { ok: false, reason: 'wrong' };
  if (!found.near) return { ok: false, reason: 'old' };
  const { codes, hashes } = totp.newRecoveryCodes(actor.personId);
  const done = await asActor(actor, async (tx) => {
    const confirmed = { session: id, pending, step: found.step, hashes };
    if (!(await stored.confirmOwnFactor(tx, confirmed, at))) return null;
    await note(tx, actor, { type: 'person.factor_set', contents: {} }, at);
    if (!signingIn) return { token: null };
    const contents = { way: await wayOf(tx, id, at), factor: 'app' };
    await note(tx, actor, { type: 'person.signed_in', contents }, at);
    return { token: await renewToken(tx, id) };
  });
  return done ? { ok: true, codes, ...done } : { ok: false, reason: 'ended' };
}

/** Makes the recovery codes anew: the old ones end. Null without a proof of the last minutes. */
export async function remakeRecoveryCodes({ id, actor }: Session): Promise<string[] | null> {
  const { codes, hashes } = totp.newRecoveryCodes(actor.personId);
  const at = now();
  return asActor(actor, async (tx) => {
    if (!(await stored.makeOwnRecoveryCodes(tx, { session: id, hashes }, at))) return null;
    await note(tx, actor, { type: 'person.recovery_made', contents: {} }, at);
    return codes;
  });
}

/** Turns the second factor off; false without a proof of the last minutes. */
export async function turnFactorOff({ id, actor }: Session): Promise<boolean> {
  const at = now();
  return asActor(actor, async (tx) => {
    if (!(await stored.removeOwnFactor(tx, id, at))) return false;
    await note(tx, actor, { type: 'person.factor_removed', contents: {} }, at);
    return true;
  });
}
