import { eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { applications, conflictsOfInterest } from '@/db/schema';
import { ASSIGNABLE_STATUSES } from '@/lib/domain/assignment';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { readCaseName } from './case-name';
import { type Assessor, readAssessors } from './list-assessors';

export type HandOverView = {
  reference: string;
  supplier: string;
  product: string;
  version: number;
  isAssignee: boolean;
  hasConflict: boolean;
  /** Whether anybody can have the case now. */
  assignable: boolean;
  /** Colleagues to whom the case can be given. */
  colleagues: Assessor[];
};

/** What handing a case over, putting it back and declaring a conflict need. Null when unknown. */
export async function getHandOver(
  actor: PersonActor,
  reference: string,
): Promise<HandOverView | null> {
  if (!can(actor, 'case:view')) return null;
  return asActor(actor, async (tx) => {
    const found = await readCaseName(tx, reference);
    if (!found) return null;
    const { id, ...name } = found;
    const [row] = await tx
      .select({
        version: applications.version,
        assigneeId: applications.assigneeId,
        status: applications.status,
      })
      .from(applications)
      .where(eq(applications.id, id));
    const conflicts = await tx
      .select({ by: conflictsOfInterest.personId })
      .from(conflictsOfInterest)
      .where(eq(conflictsOfInterest.applicationId, id));
    const conflicted = conflicts.map(({ by }) => by);
    const assessors = await readAssessors(tx);
    return {
      ...name,
      version: row?.version ?? 0,
      isAssignee: row?.assigneeId === actor.personId,
      hasConflict: conflicted.includes(actor.personId),
      assignable: row !== undefined && ASSIGNABLE_STATUSES.includes(row.status),
      colleagues: assessors.filter(
        ({ personId }) => personId !== actor.personId && !conflicted.includes(personId),
      ),
    };
  });
}
