import { type SQL, sql } from 'drizzle-orm';
import type { PersonActor, Role } from '@/lib/domain/permissions';
import type { ProofWay } from '@/lib/domain/step-up';
import { env } from '@/lib/env';
import { randomBytes } from '@/lib/ports/randomness';
import { asActor, asLogin } from './client';

type PersonRow = {
  person_id: string;
  name: string;
  roles: Role[];
  organisation_id: string | null;
};

const actorOf = (row: PersonRow): PersonActor => ({
  kind: 'person',
  personId: row.person_id,
  name: row.name,
  organisationId: row.organisation_id,
  roles: row.roles,
});

export const at = (instant: Date): SQL => sql`${instant.toISOString()}::timestamptz`;

async function asVisitor<T extends Record<string, unknown>>(statement: SQL): Promise<T[]> {
  return asActor({ kind: 'visitor' }, async (tx) => [...(await tx.execute(statement))] as T[]);
}

type SessionRow = PersonRow & {
  session_id: string;
  email: string;
  expires_at: string;
  unread: number;
  proved_at: string | null;
  proved_by: ProofWay | null;
  home_id: string | null;
  home_name: string | null;
  acting_name: string | null;
  has_predecessors: boolean;
};

/** Whoever signed in, for whom they act, and when they proved that it is them. */
function sessionActor(row: SessionRow): PersonActor {
  const { home_id: organisationId, home_name: name, acting_name: actingFor } = row;
  const { proved_at: proved, proved_by: way } = row;
  return {
    ...actorOf(row),
    ...(organisationId && name && actingFor ? { home: { organisationId, name, actingFor } } : {}),
    ...(proved && way ? { proof: { at: new Date(proved), way } } : {}),
  };
}

/** Everybody of the staff must have a second factor, but in the demo. */
const isFactorRequired = (): boolean => !env().DEMO;

export type FoundSession = {
  id: string;
  actor: PersonActor;
  email: string;
  expiresAt: Date;
  /** How many of this person's messages are new, at most 100: the menu of every page says it. */
  unread: number;
  /** Whether other organisations are part of theirs, for which they may act. */
  hasPredecessors: boolean;
};

/** The session that a token's hash stands for, if it still does; notes that its person was here. */
export async function findSession(
  tokenHash: string,
  now: Date,
  idleMinutes: number,
): Promise<FoundSession | null> {
  const [row] =
    await asLogin<SessionRow>(sql`select found.*, count_unread(found.person_id) as unread
    from find_session(${tokenHash}, ${at(now)}, ${idleMinutes}, ${isFactorRequired()}) found`);
  if (!row) return null;
  const { session_id: id, email, unread, has_predecessors: hasPredecessors } = row;
  return {
    ...{ id, email, unread, hasPredecessors, expiresAt: new Date(row.expires_at) },
    actor: sessionActor(row),
  };
}

/** Somebody who gave the right password a moment ago, and what they still owe. */
export type HalfSession = {
  id: string;
  actor: PersonActor;
  email: string;
  owes: 'code' | 'set_up';
};

/** The session that a token's hash stands for while its second factor is still owed; else null. */
export async function findHalfSession(tokenHash: string, now: Date): Promise<HalfSession | null> {
  const [row] = await asVisitor<
    PersonRow & { session_id: string; email: string; owes: HalfSession['owes'] }
  >(sql`select * from find_half_session(${tokenHash}, ${at(now)}, ${isFactorRequired()})`);
  if (!row) return null;
  return { id: row.session_id, actor: actorOf(row), email: row.email, owes: row.owes };
}

/** Who may sign in with this address, and their password's hash. */
export async function findCredentials(email: string) {
  const [row] = await asVisitor<PersonRow & { password_hash: string }>(
    sql`select * from find_credentials(${email})`,
  );
  return row ? { actor: actorOf(row), passwordHash: row.password_hash } : null;
}

/** Whom an identity provider speaks of: its stable subject, and an address with what it says of that. */
export type Identity = {
  issuer: string;
  tenant: string | null;
  subject: string;
  email: string | null;
  verified: boolean;
};

/** Why somebody whom the portal knows does not come in by single sign-on. */
export type IdentityRefusal = 'supplier' | 'inactive' | 'unverified' | 'other_subject';

/**
 * Who an identity provider's subject is; a verified address links it on first use. Null when the
 * portal knows nobody by it; what is refused to somebody whom it knows is in their history.
 */
export async function findIdentity(
  identity: Identity,
  now: Date,
): Promise<PersonActor | IdentityRefusal | null> {
  const { issuer, tenant, subject, email, verified } = identity;
  const salt = Buffer.from(randomBytes(16)).toString('hex');
  const [row] = await asVisitor<PersonRow & { refused: IdentityRefusal | null }>(
    sql`select * from find_identity(${issuer}, ${tenant}, ${subject}, ${email}, ${verified},
      ${at(now)}, ${salt})`,
  );
  return row ? (row.refused ?? actorOf(row)) : null;
}

/** Ends the session of a token, also of somebody who may do nothing else any more. */
export async function endSessionOfToken(tokenHash: string, now: Date): Promise<void> {
  await asVisitor(sql`select end_session_of_token(${tokenHash}, ${at(now)})`);
}

/** Whose session a token was, also once it ended; null when that is long ago. */
export async function findSessionOwner(tokenHash: string, now: Date): Promise<string | null> {
  const [row] = await asVisitor<{ owner: string | null }>(
    sql`select find_session_owner(${tokenHash}, ${at(now)}) as owner`,
  );
  return row?.owner ?? null;
}

/** Keeps sealed words for the person whose session a token was. */
export async function keepWords(
  words: { tokenHash: string; path: string; sealed: string },
  now: Date,
): Promise<void> {
  await asVisitor(
    sql`select keep_words(${words.tokenHash}, ${words.path}, ${words.sealed}, ${at(now)})`,
  );
}
