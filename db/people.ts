import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Role } from '@/lib/domain/permissions';
import type { EventTarget } from './case';
import type { Tx } from './client';
import { people } from './schema';
import { at } from './sign-in';

export type LockedPerson = typeof people.$inferSelect;

/**
 * Somebody's row, locked until the transaction ends; null when missing or invisible. First comes a
 * lock over everybody of their side, so that two who remove each other at once wait in one order.
 */
export async function lockPerson(tx: Tx, id: string): Promise<LockedPerson | null> {
  const own = eq(people.id, id);
  const [side] = await tx.select({ organisation: people.organisationId }).from(people).where(own);
  if (!side) return null;
  const key = `people of ${side.organisation ?? 'the staff'}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  // Not 'update': whoever writes of this person holds a key share on the row, and a case's lock too.
  const [row] = await tx.select().from(people).where(own).for('no key update');
  return row ?? null;
}

/** Everybody is the subject of their own chain. */
export const chainOfPerson = (person: {
  id: string;
  organisationId: string | null;
}): EventTarget => ({ kind: 'person', id: person.id, organisationId: person.organisationId });

/** The active people of one organisation, or of the staff, who hold a role. */
export async function listHolders(tx: Tx, role: Role, organisationId: string | null) {
  const side = organisationId
    ? eq(people.organisationId, organisationId)
    : isNull(people.organisationId);
  return tx
    .select({ id: people.id })
    .from(people)
    .where(and(side, eq(people.active, true), sql`${role} = any(${people.roles})`));
}

/** Has a link mailed, which closes those before it; false when the one who acts may not do that. */
export async function mailPasswordLink(tx: Tx, personId: string, now: Date): Promise<boolean> {
  const [row] = await tx.execute<{ made: boolean }>(
    sql`select mail_password_link(${personId}::uuid, ${at(now)}) as made`,
  );
  return row?.made ?? false;
}

/** Makes the one usable link of a person; false when the one who acts may not look after them. */
export async function makePasswordLink(
  tx: Tx,
  link: { personId: string; tokenHash: string; now: Date; expiresAt: Date },
): Promise<boolean> {
  const { personId, tokenHash, now, expiresAt } = link;
  const [row] = await tx.execute<{ made: boolean }>(
    sql`select make_password_link(${personId}::uuid, ${tokenHash}, ${at(now)}, ${at(expiresAt)}) as made`,
  );
  return row?.made ?? false;
}

/** Whose address it is, for a command typed by whoever runs the service; null for nobody's. */
export async function findPersonByEmail(tx: Tx, email: string) {
  const [row] = await tx
    .select({ id: people.id, version: people.version })
    .from(people)
    .where(eq(sql`lower(${people.email})`, email.trim().toLowerCase()));
  return row ?? null;
}
