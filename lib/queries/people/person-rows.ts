import { asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { passwordLinks, people } from '@/db/schema';
import type { Role } from '@/lib/domain/permissions';

export type PersonRow = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  active: boolean;
  version: number;
  resetAskedAt: Date | null;
  /** The latest link to set a password: used, or until when it can be; null when there was none. */
  link: { usedAt: Date | null; expiresAt: Date } | null;
};

/** People with their latest link, active ones first, then by name; 500 at the most. */
export async function readPeople(tx: Tx, where: SQL | undefined): Promise<PersonRow[]> {
  const latest = tx
    .selectDistinctOn([passwordLinks.personId], {
      personId: passwordLinks.personId,
      usedAt: passwordLinks.usedAt,
      expiresAt: passwordLinks.expiresAt,
    })
    .from(passwordLinks)
    .orderBy(passwordLinks.personId, desc(passwordLinks.createdAt))
    .as('latest');
  const rows = await tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      roles: people.roles,
      active: people.active,
      version: people.version,
      resetAskedAt: people.resetAskedAt,
      usedAt: latest.usedAt,
      expiresAt: latest.expiresAt,
    })
    .from(people)
    .leftJoin(latest, eq(latest.personId, people.id))
    .where(where)
    .orderBy(desc(people.active), sql`lower(${people.name})`, asc(people.id))
    .limit(500);
  return rows.map(({ usedAt, expiresAt, roles, ...row }) => ({
    ...row,
    roles: roles as Role[],
    link: expiresAt ? { usedAt, expiresAt } : null,
  }));
}
