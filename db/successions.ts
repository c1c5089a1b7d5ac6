import { eq, notExists, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Tx } from './client';
import { organisations, people, successionEnds, successions } from './schema';

/** Waits, until the transaction ends, for whoever else records or ends a succession. */
export const queueForSuccessions = (tx: Tx) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('successions', 0))`);

/** The successions that were not ended, as the guards look at them. */
export const readStanding = (tx: Tx) =>
  tx
    .select({ predecessorId: successions.predecessorId, successorId: successions.successorId })
    .from(successions)
    .where(
      notExists(
        tx
          .select({ one: sql`1` })
          .from(successionEnds)
          .where(eq(successionEnds.successionId, successions.id)),
      ),
    );

/** One side of a succession by name. */
export type Related = { id: string; name: string; odsCode: string | null };

const joinedName = (id: unknown) =>
  sql<Related>`(select jsonb_build_object('id', o.id, 'name', o.name, 'odsCode', o.ods_code)
    from organisations o where o.id = ${id})`;

/** Every record of which an organisation is a side, the latest first, ended ones among them. For staff. */
export async function readSuccessions(tx: Tx, organisationId: string) {
  return tx
    .select({
      id: successions.id,
      predecessor: joinedName(successions.predecessorId),
      successor: joinedName(successions.successorId),
      effectiveOn: successions.effectiveOn,
      reason: successions.reason,
      evidence: successions.evidence,
      endedAt: successionEnds.endedAt,
      endReason: successionEnds.reason,
    })
    .from(successions)
    .leftJoin(successionEnds, eq(successionEnds.successionId, successions.id))
    .where(
      or(
        eq(successions.predecessorId, organisationId),
        eq(successions.successorId, organisationId),
      ),
    )
    .orderBy(sql`${successions.recordedAt} desc, ${successions.id}`);
}
export type Succession = Awaited<ReturnType<typeof readSuccessions>>[number];

/** The organisations that became part of the own one of whoever acts, for which they may act. */
export async function listOwnPredecessors(tx: Tx) {
  const rows = await tx.execute<{ organisation_id: string; name: string; ods_code: string | null }>(
    sql`select * from list_own_predecessors()`,
  );
  return rows.map(({ organisation_id: id, name, ods_code: odsCode }) => ({ id, name, odsCode }));
}

/** What the supplier's organisation that is acted for is part of now, by name; null for none. */
export async function readOwnSuccessor(tx: Tx): Promise<string | null> {
  const [row] = await tx.execute<{ name: string | null }>(sql`select own_successor() as name`);
  return row?.name ?? null;
}

/** A person's name, with their organisation where they acted `here` for one that is part of it. */
export const nameHere = (here: SQL | SQLWrapper | string): SQL<string | null> =>
  sql<
    string | null
  >`${people.name} || coalesce(' of ' || other_organisation(${people.organisationId}, ${here}), '')`;

/** The organisation that a code or an id names, and whether it is open here; null for none. */
export async function findParty(tx: Tx, by: { id: string } | { odsCode: string }) {
  const [row] = await tx
    .select({
      id: organisations.id,
      name: organisations.name,
      odsCode: organisations.odsCode,
      active: organisations.active,
    })
    .from(organisations)
    .where('id' in by ? eq(organisations.id, by.id) : eq(organisations.odsCode, by.odsCode))
    .orderBy(organisations.createdAt)
    .limit(1);
  return row ?? null;
}

/**
 * Whether an organisation is a side of a merger that stands whose other side is found: `found` is a
 * condition over `x`. Both are found by the name or code of either.
 */
export const mergedWith = (organisationId: SQL, found: SQL): SQL => sql`${organisationId} in (
  select case when x.id = s.successor_id then s.predecessor_id else s.successor_id end
  from organisations x join successions s on x.id in (s.successor_id, s.predecessor_id)
  where ${found} and not exists (select from succession_ends e where e.succession_id = s.id))`;
