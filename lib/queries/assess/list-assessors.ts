import { and, arrayOverlaps, asc, eq, isNull } from 'drizzle-orm';
import { readAbsences } from '@/db/absences';
import type { Tx } from '@/db/client';
import { people } from '@/db/schema';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import { rolesWith } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';

export type Assessor = {
  personId: string;
  name: string;
  /** The day from which they are back; null for somebody who is here. */
  absentUntil: PlainDate | null;
};

/** Everybody who assesses now, by name, and who of them is absent; inside the reader's transaction. */
export async function readAssessors(tx: Tx): Promise<Assessor[]> {
  const rows = await tx
    .select({ personId: people.id, name: people.name })
    .from(people)
    .where(
      and(
        isNull(people.organisationId),
        eq(people.active, true),
        arrayOverlaps(people.roles, rolesWith('case:review')),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
  const ids = rows.map(({ personId }) => personId);
  const absent = await readAbsences(tx, ids, londonDate(now()));
  return rows.map((row) => ({ ...row, absentUntil: absent.get(row.personId) ?? null }));
}
