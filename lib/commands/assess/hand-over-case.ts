import { staffNotes } from '@/db/schema';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { handOverCaseSchema, handOverProblem } from '@/lib/domain/assignment';
import { notFound, ok } from '@/lib/domain/result';
import { changeAssignee, readAssignmentFacts, readCandidate, staleVersion } from './assignment';

/**
 * Gives one's own case to a colleague with a note, which is kept among the notes for staff and never
 * shown to the supplier. Problems: as `assignCase`, and `invalid` without a note.
 */
export const handOverCase = defineCaseCommand({
  name: 'case.hand-over',
  permission: 'case:review',
  input: handOverCaseSchema,
  run: async (context) => {
    const { tx, actor, application, input, now, record } = context;
    const to = await readCandidate(tx, input.assigneeId, context.today);
    const stale = await staleVersion(context);
    if (stale) return stale;
    const facts = await readAssignmentFacts(tx, application);
    const problem = handOverProblem(actor, facts, to);
    if (problem) return problem;
    if (!to || actor.kind !== 'person') return notFound();
    await tx.insert(staffNotes).values({
      applicationId: application.id,
      round: application.round,
      body: input.note,
      writtenBy: actor.personId,
      writtenAt: now,
    });
    await changeAssignee(
      { tx, record, application },
      { to, type: 'application.assigned' },
      {
        note: input.note,
      },
    );
    return ok({ reference: application.reference, assignee: to.name });
  },
});
