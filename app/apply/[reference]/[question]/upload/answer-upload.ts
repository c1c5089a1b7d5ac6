import type { NextRequest } from 'next/server';
import {
  isRefusal,
  type Refusal,
  refusalWords,
  typedIn,
} from '@/app/apply/[reference]/[question]/files/refusals';
import type { FieldProblem, Problem } from '@/lib/domain/result';
import { type Path, paths } from '@/lib/paths';

/** What came of an upload: what the page is told, and what is wrong, where something is. */
export type Outcome = { told: Record<string, string>; problems: FieldProblem[] };

export const refusedFor = (why: Refusal, name: string | null = null): Outcome => ({
  told: { refused: why },
  problems: [{ field: 'file', message: refusalWords(why, name) }],
});

/** Files came with dates that will not do: none is kept, and those typed are given back. */
export const refusedForDates = (problems: FieldProblem[]): Outcome => ({
  told: { refused: 'dates' satisfies Refusal },
  problems,
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

const isByScript = (request: NextRequest): boolean =>
  request.headers.get('accept')?.startsWith('application/json') ?? false;
const leadTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/** A script keeps the page, and says so there; a plain form is led to sign in and back again. */
export function answerSignedOut(request: NextRequest, page: Path): Response {
  if (isByScript(request)) return new Response(null, { status: 401 });
  return leadTo(`${paths.signIn}?return=${encodeURIComponent(page)}`);
}

/** A script reads an answer; a plain form is led back to the page, which says the same. */
export function answerUpload(
  request: NextRequest,
  page: Path,
  { told, problems }: Outcome,
): Response {
  const next = `${page}?${new URLSearchParams(told)}`;
  if (!isByScript(request)) return leadTo(next);
  if (problems.length > 0) return Response.json({ problems }, { status: 422 });
  return Response.json({ next });
}
