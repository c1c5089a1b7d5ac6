import {
  isRefusal,
  type Refusal,
  refusalWords,
  typedIn,
} from '@/app/apply/[reference]/[question]/files/refusals';
import type { Outcome } from '@/app/upload-answer';
import type { AttachedEvidence } from '@/lib/domain/evidence-inputs';
import type { FieldProblem, Problem } from '@/lib/domain/result';

export const refusedFor = (why: Refusal, name: string | null = null): Outcome => ({
  told: { refused: why },
  problems: [{ field: 'file', message: refusalWords(why, name) }],
});

/** Files came with dates that will not do: none is kept, and those typed are given back. */
export const refusedForDates = (problems: FieldProblem[]): Outcome => ({
  told: { refused: 'dates' satisfies Refusal },
  problems,
});

/** How many files are new to the answer, and how many it had already, where it had some. */
export const addedOf = ({ attached, unused }: AttachedEvidence): Outcome['told'] => ({
  added: String(attached.length),
  ...(unused.length > 0 && { known: String(unused.length) }),
});

/** Why the command did not attach what had arrived. */
export function outcomeOf(problem: Problem, replaces: string | undefined): Outcome {
  if (problem.kind === 'refused' && isRefusal(problem.code))
    return {
      told: { refused: problem.code },
      problems: [{ field: 'file', message: problem.message }],
    };
  return refusedFor(problem.kind === 'not_found' && replaces ? 'not_replaceable' : 'closed');
}

/** A form that was refused comes back as it was, but for the files, which no page can put there. */
export function withFields(outcome: Outcome, fields: Readonly<Record<string, string>>): Outcome {
  if (outcome.problems.length === 0) return outcome;
  const told = { ...outcome.told, ...(typedIn(fields) as Record<string, string>) };
  if (fields.supersedes) told.replaces = fields.supersedes.slice(0, 36);
  return { ...outcome, told };
}
