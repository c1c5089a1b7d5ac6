import { defineCaseCommand } from '@/lib/commands/define-command';
import { assignCaseSchema, assignmentProblem } from '@/lib/domain/assignment';
import { notFound, ok } from '@/lib/domain/result';
import { changeAssignee, readAssignmentFacts, readCandidate, staleVersion } from './assignment';

/**
 * Gives a case to an assessor: one that nobody has or that is one's own to anybody, somebody
 * else's only by a manager. Problems: `conflict` for an older version, `wrong_status`, `refused`
 * ('not_yours', 'not_an_assessor', 'absent', 'conflict_of_interest', 'already_theirs').
 */
export const assignCase = defineCaseCommand({
  name: 'case.assign',
  permission: 'case:assign',
  input: assignCaseSchema,
  run: async (context) => {
    const { tx, actor, application, input } = context;
    const to = await readCandidate(tx, input.assigneeId, context.today);
    const stale = await staleVersion(context);
    if (stale) return stale;
    const facts = await readAssignmentFacts(tx, application);
    const problem = assignmentProblem(actor, facts, to);
    if (problem) return problem;
    if (!to) return notFound();
    await changeAssignee(context, { to, type: 'application.assigned' });
    return ok({ reference: application.reference, assignee: to.name });
  },
});
