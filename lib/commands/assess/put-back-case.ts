import { defineCaseCommand } from '@/lib/commands/define-command';
import { putBackCaseSchema, putBackProblem } from '@/lib/domain/assignment';
import { ok } from '@/lib/domain/result';
import { changeAssignee, readAssignmentFacts, staleVersion } from './assignment';

/**
 * Puts a case back in the queue: clears only its assignee; status and due date stay. Its assessor
 * and managers may. Problems: `conflict` for an older version, `wrong_status`, `refused`
 * ('unassigned', 'not_yours').
 */
export const putBackCase = defineCaseCommand({
  name: 'case.put-back',
  permission: 'case:assign',
  input: putBackCaseSchema,
  run: async (context) => {
    const { tx, actor, application } = context;
    const stale = await staleVersion(context);
    if (stale) return stale;
    const problem = putBackProblem(actor, await readAssignmentFacts(tx, application));
    if (problem) return problem;
    await changeAssignee(context, { to: null, type: 'application.put_back' });
    return ok({ reference: application.reference });
  },
});
