import type { Conflict, FieldProblem } from './result';

/** The longest post that a server action takes; the framework's own limit. */
export const MOST_BYTES_OF_A_FORM = 1024 * 1024;

/** What was typed: one text for a field, several for a group of checkboxes. */
export type FormValues = Record<string, string | string[]>;

/**
 * What an action hands back to its form. `attempt` counts the posts, so that the page can tell a
 * second failure from the first and move the focus again.
 */
export type FormState = {
  problems: FieldProblem[];
  values: FormValues;
  attempt: number;
  /** What a colleague saved meanwhile; `values` still hold what this person typed. */
  conflict?: Conflict;
};

export const emptyFormState: FormState = { problems: [], values: {}, attempt: 0 };

type NamedFields = { one?: readonly string[]; many?: readonly string[] };

/**
 * Reads the named fields of a post as text. A field sent twice keeps its first value, unless it is
 * listed under `many`; a missing one is '' (or an empty list); files and every name that was not
 * asked for, among them the framework's own, are ignored.
 */
export function readFormData(data: FormData, fields: NamedFields): FormValues {
  const values: FormValues = {};
  for (const name of fields.one ?? []) {
    const first = data.getAll(name)[0];
    values[name] = typeof first === 'string' ? first : '';
  }
  for (const name of fields.many ?? []) {
    values[name] = data.getAll(name).filter((value) => typeof value === 'string');
  }
  return values;
}

/** The state after a post that failed: its problems, and the words as they were typed. */
export function failedFormState(
  previous: FormState,
  problems: FieldProblem[],
  values: FormValues,
): FormState {
  return { problems, values, attempt: previous.attempt + 1 };
}

/** The text of one field, the first of several; '' where there is none. */
export function textValue(values: FormValues, name: string): string {
  const value = values[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** All the texts of one field, as a list. */
export function listValue(values: FormValues, name: string): string[] {
  const value = values[name];
  if (value === undefined || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

type Issue = { path: readonly PropertyKey[]; message: string };

/**
 * Turns a schema's issues into problems, the first of each field. A path inside a field is joined
 * by hyphens, as inputs are named: ['published-on', 'month'] is 'published-on-month'.
 */
export function problemsOfIssues(issues: readonly Issue[]): FieldProblem[] {
  const problems = new Map<string, FieldProblem>();
  for (const issue of issues) {
    const field = issue.path.map(String).join('-');
    if (!problems.has(field)) problems.set(field, { field, message: issue.message });
  }
  return [...problems.values()];
}
