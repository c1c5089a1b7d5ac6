import { dateProblemMessage, type PlainDate, readDateFields } from './dates';
import { type FormValues, textValue } from './form-state';
import { asOfProblem } from './register';
import type { FieldProblem } from './result';

const WHAT = 'Date of the register';
const PARTS = ['day', 'month', 'year'] as const;

/** The names that the form of a register's upload posts, but for its file. */
export const REGISTER_FIELDS = [...PARTS.map((part) => `asOf-${part}`), 'complete'];

export type RegisterForm = { asOf: PlainDate; complete: boolean };

/** Reads the day that a register describes and whether it is the whole of it, as typed. */
export function readRegisterForm(
  values: FormValues,
  today: PlainDate,
): { ok: true; form: RegisterForm } | { ok: false; problems: FieldProblem[] } {
  const [day, month, year] = PARTS.map((part) => textValue(values, `asOf-${part}`));
  const read = readDateFields({ day, month, year });
  if (!read.ok) {
    const [part] = read.fields;
    const field = read.fields.length === 1 && part ? `asOf-${part}` : 'asOf';
    const message = dateProblemMessage(read.problem, WHAT, read.fields);
    return { ok: false, problems: [{ field, message }] };
  }
  const wrong = asOfProblem(read.date, today);
  if (wrong) return { ok: false, problems: [{ field: 'asOf', message: wrong }] };
  return { ok: true, form: { asOf: read.date, complete: textValue(values, 'complete') === 'yes' } };
}
