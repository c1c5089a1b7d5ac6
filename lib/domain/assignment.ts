import { z } from 'zod';
import { absenceWords } from './absence';
import { OPEN_STATUSES, type Status } from './application';
import type { PlainDate } from './dates';
import { type Actor, can, holds } from './permissions';
import { readReference } from './reference';
import { type Failure, refused, wrongStatus } from './result';
import { requiredTextSchema } from './text-schema';

/** Statuses in which somebody may have a case: from its submission until it is decided. */
export const ASSIGNABLE_STATUSES: readonly Status[] = OPEN_STATUSES.filter((id) => id !== 'draft');

/** Statuses in which a case waits for an assessor, so that 'Take next' may hand it out. */
export const TAKEABLE_STATUSES: readonly Status[] = ['submitted', 'in_assessment'];

export type AssignmentFacts = {
  status: Status;
  assigneeId: string | null;
  conflicted: readonly string[];
  /** Who recommended the decision that waits for a second person; null where none waits. */
  recommendedBy: string | null;
};
export type Candidate = {
  personId: string;
  name: string;
  active: boolean;
  roles: readonly string[];
  /** The day from which they are back; null for somebody who is here. */
  absentUntil: PlainDate | null;
};

const isTheirs = (actor: Actor, facts: AssignmentFacts): boolean =>
  actor.kind === 'person' && actor.personId === facts.assigneeId;

/** Nothing new is given to somebody who is absent. Problem: `refused` with code 'absent'. */
export function absentProblem(actor: Actor, to: Candidate): Failure | null {
  if (to.absentUntil === null) return null;
  const absent = absenceWords(to.absentUntil);
  return actor.kind === 'person' && actor.personId === to.personId
    ? refused('absent', `You are ${absent}. End your absence under your account first.`)
    : refused('absent', `${to.name} is ${absent}. Choose another assessor.`);
}

/**
 * Why an actor may not give a case to somebody, or null. An assessor gives away what nobody has or
 * what is theirs; a manager anything. Problems: `wrong_status`; `refused` with code 'not_yours',
 * 'not_an_assessor', 'absent', 'conflict_of_interest', 'recommender' or 'already_theirs'.
 */
export function assignmentProblem(
  actor: Actor,
  facts: AssignmentFacts,
  to: Candidate | null,
): Failure | null {
  if (!ASSIGNABLE_STATUSES.includes(facts.status)) return wrongStatus();
  const free = facts.assigneeId === null || isTheirs(actor, facts);
  if (!free && !can(actor, 'case:reassign'))
    return refused(
      'not_yours',
      'Another assessor has this application. They can hand it over, or a manager can reassign it.',
    );
  // Whatever else holds of them: there is nothing to give.
  if (to && facts.assigneeId === to.personId)
    return refused('already_theirs', `${to.name} has this application already.`);
  if (!to?.active || !holds(to.roles, 'case:review'))
    return refused('not_an_assessor', 'Choose somebody who is an assessor now.');
  const absent = absentProblem(actor, to);
  if (absent) return absent;
  if (facts.conflicted.includes(to.personId))
    return refused(
      'conflict_of_interest',
      `${to.name} declared a conflict of interest with this application. Choose another assessor.`,
    );
  // Whom it went from, as while they were away, may have it back: what is sent back goes to them.
  if (facts.recommendedBy === to.personId && facts.assigneeId !== null)
    return refused(
      'recommender',
      `${to.name} recommended the decision, which waits for a second person. Choose another assessor.`,
    );
  return null;
}

/** The same for handing over, which only whoever has the case can do. */
export function handOverProblem(
  actor: Actor,
  facts: AssignmentFacts,
  to: Candidate | null,
): Failure | null {
  if (!ASSIGNABLE_STATUSES.includes(facts.status)) return wrongStatus();
  if (!isTheirs(actor, facts))
    return refused('not_yours', 'You can hand over only an application that you have.');
  return assignmentProblem(actor, facts, to);
}

/**
 * Why an actor may not put a case back in the queue, or null: its assessor and managers may.
 * Problems: `wrong_status`; `refused` with code 'unassigned' or 'not_yours'.
 */
export function putBackProblem(actor: Actor, facts: AssignmentFacts): Failure | null {
  if (!ASSIGNABLE_STATUSES.includes(facts.status)) return wrongStatus();
  if (facts.assigneeId === null)
    return refused('unassigned', 'Nobody has this application: it is in the queue already.');
  if (!isTheirs(actor, facts) && !can(actor, 'case:reassign'))
    return refused(
      'not_yours',
      'Another assessor has this application. They or a manager can put it back.',
    );
  return null;
}

/** A reference as it stands in an address; what is none becomes '', which no case has. */
const reference = z.string().transform((text) => readReference(text) ?? '');
const version = z.coerce.number().int().min(1).max(2_147_483_647);
const note = { what: 'A note for staff', max: 2000 };

/** What the commands on a case's assignee take. */
export const assignCaseSchema = z.object({
  reference,
  version,
  assigneeId: z.uuid('Select an assessor'),
});
export const handOverCaseSchema = assignCaseSchema.extend({ note: requiredTextSchema(note) });
export const putBackCaseSchema = z.object({ reference, version });
export const declareConflictSchema = z.object({
  reference,
  reason: requiredTextSchema({ what: 'The reason', max: 2000 }),
});
