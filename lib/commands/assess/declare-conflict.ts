import { targetOf } from '@/db/case';
import { conflictsOfInterest } from '@/db/schema';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { ASSIGNABLE_STATUSES, declareConflictSchema } from '@/lib/domain/assignment';
import { forbidden, ok, refused, wrongStatus } from '@/lib/domain/result';
import { changeAssignee } from './assignment';

/**
 * Declares that the actor has an interest in a case and must not handle it: 'Take next' passes it
 * by, and it goes back in the queue when it was theirs. Suppliers never see it. Problems:
 * `wrong_status`, `refused` ('already_declared').
 */
export const declareConflict = defineCaseCommand({
  name: 'case.declare-conflict',
  permission: 'case:assign',
  input: declareConflictSchema,
  run: async (context) => {
    const { tx, actor, application, input, now, record } = context;
    if (actor.kind !== 'person') return forbidden();
    if (!ASSIGNABLE_STATUSES.includes(application.status)) return wrongStatus();
    const declared = await tx
      .insert(conflictsOfInterest)
      .values({
        applicationId: application.id,
        personId: actor.personId,
        reason: input.reason,
        declaredAt: now,
      })
      .onConflictDoNothing()
      .returning({ by: conflictsOfInterest.personId });
    if (declared.length === 0)
      return refused('already_declared', 'You have declared a conflict of interest here already.');
    await record(
      { type: 'conflict.declared', contents: { reason: input.reason } },
      targetOf(application),
    );
    const putBack = application.assigneeId === actor.personId;
    if (putBack)
      await changeAssignee({ tx, record, application }, { to: null, type: 'application.put_back' });
    return ok({ reference: application.reference, putBack });
  },
});
