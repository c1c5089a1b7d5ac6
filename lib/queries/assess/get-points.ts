import { eq } from 'drizzle-orm';
import { COULD_BE_A_REFERENCE } from '@/db/case';
import { asActor } from '@/db/client';
import { readGuidance } from '@/db/guidance';
import { applications } from '@/db/schema';
import { questionUnder } from '@/lib/domain/guidance';
import { can, type PersonActor } from '@/lib/domain/permissions';
import type { CoveragePoint, QuestionId } from '@/lib/domain/questions/types';

/**
 * The coverage points of a question as the guidance of one application has them; none where the
 * reference is unknown or the reader is not of the staff.
 */
export async function getPoints(
  actor: PersonActor,
  reference: string,
  questionId: QuestionId,
): Promise<readonly CoveragePoint[]> {
  if (!can(actor, 'case:view') || !COULD_BE_A_REFERENCE.test(reference)) return [];
  return asActor(actor, async (tx) => {
    const [found] = await tx
      .select({ guidance: applications.guidance })
      .from(applications)
      .where(eq(applications.reference, reference));
    if (!found) return [];
    return questionUnder(await readGuidance(tx, found), questionId).coveragePoints;
  });
}
