import type { Path } from '@/lib/paths';

/**
 * One thing wrong with one field, in words for the person who filled it in. What no field can mend
 * has field '' and may name the page to go to instead.
 */
export type FieldProblem = { field: string; message: string; href?: Path };

/**
 * An expected refusal. `not_found` also stands for what somebody may not see: the two must look
 * alike. `conflict` carries both versions, so that neither person's words are lost.
 */
export type Problem =
  | { kind: 'invalid'; fields: FieldProblem[] }
  | { kind: 'not_found' }
  | { kind: 'forbidden' }
  | { kind: 'wrong_status' }
  | { kind: 'conflict'; conflict: Conflict }
  | { kind: 'refused'; code: string; message: string };

/** What stands now, and who put it there, for somebody whose save came second. */
export type Conflict = {
  version: number;
  fields: Record<string, string | string[]>;
  changedBy: string | null;
  changedAt: Date | null;
};

export type Failure = { ok: false; problem: Problem };
export type Result<T> = { ok: true; value: T } | Failure;

/** Wraps what a rule or a command answers when all is well. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** The value of an answer that nobody should refuse where it is asked for, as in a job; throws what did. */
export function expectValue<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.problem.kind}`);
  return answer.value;
}

/** Wraps a problem as a value; a surprise is thrown instead. */
export const fail = (problem: Problem): Failure => ({ ok: false, problem });

/** What was filled in will not do; each problem names its field. */
export const invalid = (...fields: FieldProblem[]): Failure => fail({ kind: 'invalid', fields });
/** There is none, or none that this person may see. */
export const notFound = (): Failure => fail({ kind: 'not_found' });
/** No role of theirs may ever do this. */
export const forbidden = (): Failure => fail({ kind: 'forbidden' });
/** Not from the status that the application has now. */
export const wrongStatus = (): Failure => fail({ kind: 'wrong_status' });

/** A rule said no: `code` is stable and for tests and logs, `message` is for the reader. */
export const refused = (code: string, message: string): Failure =>
  fail({ kind: 'refused', code, message });
