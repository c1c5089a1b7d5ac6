import { z } from 'zod';
import { targetOf } from '@/db/case';
import { staffNotes } from '@/db/schema';
import { type CaseContext, defineCaseCommand } from '@/lib/commands/define-command';
import { isQuestionId } from '@/lib/domain/decision';
import type { QuestionId } from '@/lib/domain/questions/types';
import { forbidden, notFound, ok } from '@/lib/domain/result';
import { requiredTextSchema } from '@/lib/domain/text-schema';
import { referenceSchema } from './case-guards';

const input = z.object({
  reference: referenceSchema,
  /** On one question; null or '': on the case. */
  questionId: z.string().nullish(),
  body: requiredTextSchema({ what: 'A note for staff', max: 2000 }),
});

/** Adds the note and tells it, inside a command's transaction; answers the note's id. */
export async function addStaffNote(
  { tx, actor, application, now, record }: CaseContext<unknown>,
  questionId: QuestionId | null,
  body: string,
): Promise<string> {
  if (actor.kind !== 'person') throw new Error('only a person writes a note');
  const { round, id: applicationId } = application;
  const [note] = await tx
    .insert(staffNotes)
    .values({ applicationId, questionId, round, body, writtenBy: actor.personId, writtenAt: now })
    .returning({ id: staffNotes.id });
  if (!note) throw new Error('the note was not stored');
  const contents = { round, questionId, body };
  await record({ type: 'note.written', contents }, targetOf(application));
  return note.id;
}

/**
 * Adds a note that only staff read, on a case or on one of its questions; notes are never changed.
 * Any member of staff who may see a case may write one. Problems: `not_found` for an unknown
 * question, `invalid` (body).
 */
export const writeStaffNote = defineCaseCommand({
  name: 'note.write',
  permission: 'case:note',
  input,
  run: async (context) => {
    const { actor, input } = context;
    if (actor.kind !== 'person') return forbidden();
    const questionId = input.questionId || null;
    if (questionId !== null && !isQuestionId(questionId)) return notFound();
    return ok({ id: await addStaffNote(context, questionId, input.body) });
  },
});
