import { readOpenQuestions } from '@/db/answers';
import { asActor } from '@/db/client';
import { readEvidence } from '@/db/evidence';
import { findOwnApplication } from '@/db/supplier-case';
import { MOST_BYTES_OF_AN_APPLICATION } from '@/lib/domain/evidence';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { findQuestion } from '@/lib/domain/questions/catalogue';

/**
 * The bytes that may still be attached to an application, before a file is received for one of its
 * questions; 'closed' when that takes none. Null when it is missing or foreign, or the reader may
 * not edit (evidence, 200 MB an application).
 */
export async function getUploadRoom(
  actor: PersonActor,
  reference: string,
  questionId: string,
): Promise<number | 'closed' | null> {
  const question = findQuestion(questionId);
  if (!question || !isSupplier(actor) || !can(actor, 'answer:edit')) return null;
  return asActor(actor, async (tx) => {
    const found = await findOwnApplication(tx, actor.organisationId, reference);
    if (!found) return null;
    const { open } = await readOpenQuestions(tx, found);
    if (!open.includes(question.id)) return 'closed';
    const files = await readEvidence(tx, found.id);
    return MOST_BYTES_OF_AN_APPLICATION - files.reduce((sum, { size }) => sum + size, 0);
  });
}
