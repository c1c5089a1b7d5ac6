import { and, eq, inArray } from 'drizzle-orm';
import { applications } from '@/db/schema';
import { changeAssignee } from '@/lib/commands/assess/assignment';
import { OPEN_STATUSES } from '@/lib/domain/application';
import type { PersonContext } from './look-after';

/**
 * Puts back in the queue what an assessor has, who is leaving: each case becomes unassigned and
 * keeps its due date, also a draft that was taken back and would return to them. The person's row
 * must be locked, so that nothing is handed to them meanwhile. Answers how many.
 */
export async function putCasesBack(
  { tx, record, person }: Pick<PersonContext<unknown>, 'tx' | 'record' | 'person'>,
  because: string,
): Promise<number> {
  const theirs = await tx
    .select()
    .from(applications)
    .where(and(eq(applications.assigneeId, person.id), inArray(applications.status, OPEN_STATUSES)))
    .orderBy(applications.id)
    .for('update');
  for (const application of theirs) {
    const change = { to: null, type: 'application.put_back' } as const;
    await changeAssignee({ tx, record, application }, change, { because });
  }
  return theirs.length;
}
