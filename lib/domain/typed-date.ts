import { dateFields, dateProblemMessage, type PlainDate, readDateFields } from './dates';
import { type FormValues, textValue } from './form-state';
import type { FieldProblem } from './result';

const PARTS = ['day', 'month', 'year'] as const;

/** The names that a date question called `name` posts. */
export const typedDateNames = (name: string): string[] => PARTS.map((part) => `${name}-${part}`);

/** A date as its question shows it; nothing where there is none. */
export const typedDate = (name: string, date: PlainDate | null): Record<string, string> =>
  Object.fromEntries(
    Object.entries(date ? dateFields(date) : {}).map(([part, text]) => [`${name}-${part}`, text]),
  );

type Read = { ok: true; date: PlainDate } | { ok: false; problem: FieldProblem };
type ReadOptional = { ok: true; date: PlainDate | null } | { ok: false; problem: FieldProblem };

/**
 * Reads a date question as posted, its problem named by its field, or by the one box that is wrong.
 * `what` begins the message: 'Due date'.
 */
export function readTypedDate(values: FormValues, name: string, what: string): Read {
  const [day, month, year] = PARTS.map((part) => textValue(values, `${name}-${part}`));
  const read = readDateFields({ day, month, year });
  if (read.ok) return read;
  const [only] = read.fields;
  const field = read.fields.length === 1 && only ? `${name}-${only}` : name;
  return {
    ok: false,
    problem: { field, message: dateProblemMessage(read.problem, what, read.fields) },
  };
}

/** The same of a date that may be left out: then it is null. */
export function readOptionalDate(values: FormValues, name: string, what: string): ReadOptional {
  const typed = typedDateNames(name).map((part) => textValue(values, part).trim());
  return typed.join('') === '' ? { ok: true, date: null } : readTypedDate(values, name, what);
}
