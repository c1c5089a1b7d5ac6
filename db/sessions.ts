import { sql } from 'drizzle-orm';
import { randomBytes } from '@/lib/ports/randomness';
import type { Tx } from './client';
import { at } from './sign-in';

type NewSession = {
  tokenHash: string;
  userAgent: string;
  now: Date;
  expiresAt: Date;
  way: 'password' | 'provider';
  /** Whether the provider asked for a second factor itself. */
  broughtFactor: boolean;
  /** When they last proved that it is them; null where the provider does not tell. */
  provedAt: Date | null;
};

/** Begins a session of the person who acts; null when they may not sign in any more. */
export async function beginSession(tx: Tx, session: NewSession): Promise<string | null> {
  const { tokenHash, userAgent, now, expiresAt, way, provedAt } = session;
  const factor = session.broughtFactor ? 'provider' : null;
  const [row] = await tx.execute<{ id: string | null }>(
    sql`select begin_session(${tokenHash}, ${userAgent}, ${at(now)}, ${at(expiresAt)},
      ${way}, ${factor}, ${provedAt ? at(provedAt) : null}) as id`,
  );
  return row?.id ?? null;
}

/** Gives one's own session another token: the one before opens nothing any more. */
export async function renewOwnSession(tx: Tx, id: string, tokenHash: string): Promise<boolean> {
  const [row] = await tx.execute<{ renewed: boolean }>(
    sql`select renew_own_session(${id}::uuid, ${tokenHash}) as renewed`,
  );
  return row?.renewed ?? false;
}

/** The open sessions of the person who acts, the latest seen first. */
export async function listOwnSessions(tx: Tx, now: Date, idleMinutes: number) {
  const rows = await tx.execute<{
    session_id: string;
    user_agent: string;
    created_at: string;
    last_seen_at: string;
    way: string | null;
    factor: string | null;
  }>(sql`select * from list_own_sessions(${at(now)}, ${idleMinutes})`);
  return rows.map((row) => ({
    id: row.session_id,
    userAgent: row.user_agent,
    createdAt: new Date(row.created_at),
    lastSeenAt: new Date(row.last_seen_at),
    way: row.way,
    factor: row.factor,
  }));
}

/** Ends one session of the person who acts; false when it is none of theirs, or ended. */
export async function endOwnSession(tx: Tx, id: string, now: Date): Promise<boolean> {
  const [row] = await tx.execute<{ ended: boolean }>(
    sql`select end_own_session(${id}::uuid, ${at(now)}) as ended`,
  );
  return row?.ended ?? false;
}

/** Ends every session of the person who acts but one; answers how many. */
export async function endOwnOtherSessions(tx: Tx, keep: string, now: Date): Promise<number> {
  const [row] = await tx.execute<{ ended: number }>(
    sql`select end_own_other_sessions(${keep}::uuid, ${at(now)}) as ended`,
  );
  return row?.ended ?? 0;
}

/** Ends every session of somebody else whom the one who acts looks after; answers how many. */
export async function endSessionsOf(tx: Tx, personId: string, now: Date): Promise<number> {
  const [row] = await tx.execute<{ ended: number }>(
    sql`select end_sessions_of(${personId}::uuid, ${at(now)}) as ended`,
  );
  return row?.ended ?? 0;
}

/**
 * Chooses for whom one's own session acts; null is one's own organisation. False where that one is not
 * part of one's own, or the session ended. The other one's history says who begins to act for it.
 */
export async function actFor(
  tx: Tx,
  choice: { sessionId: string; organisationId: string | null; now: Date },
): Promise<boolean> {
  const { sessionId, organisationId, now } = choice;
  const salt = Buffer.from(randomBytes(16)).toString('hex');
  const [row] = await tx.execute<{ done: boolean }>(
    sql`select act_for(${sessionId}::uuid, ${organisationId}::uuid, ${at(now)}, ${salt}) as done`,
  );
  return row?.done ?? false;
}
