import { dateProblemMessage, type PlainDate, readDateFields } from './dates';
import { type FormValues, textValue } from './form-state';
import { asOfProblem, isRegister, type RegisterId } from './register';
import type { FieldProblem } from './result';

const WHAT = 'Date of the file';
const PARTS = ['day', 'month', 'year'] as const;

/** The names that the form of a register's upload posts, but for its file. */
export const REGISTER_FIELDS = ['register', ...PARTS.map((part) => `asOf-${part}`), 'complete'];

export type RegisterForm = { register: RegisterId; asOf: PlainDate; complete: boolean };

function readAsOf(
  values: FormValues,
  today: PlainDate,
): { ok: true; asOf: PlainDate } | { ok: false; problem: FieldProblem } {
  const [day, month, year] = PARTS.map((part) => textValue(values, `asOf-${part}`));
  const read = readDateFields({ day, month, year });
  if (!read.ok) {
    const [part] = read.fields;
    const field = read.fields.length === 1 && part ? `asOf-${part}` : 'asOf';
    const message = dateProblemMessage(read.problem, WHAT, read.fields);
    return { ok: false, problem: { field, message } };
  }
  const wrong = asOfProblem(read.date, today);
  if (wrong) return { ok: false, problem: { field: 'asOf', message: wrong } };
  return { ok: true, asOf: read.date };
}

/** Reads what a file holds, the day that it describes and whether it is the whole of it, as typed. */
export function readRegisterForm(
  values: FormValues,
  today: PlainDate,
): { ok: true; form: RegisterForm } | { ok: false; problems: FieldProblem[] } {
  const register = textValue(values, 'register');
  const day = readAsOf(values, today);
  if (isRegister(register) && day.ok) {
    const complete = textValue(values, 'complete') === 'yes';
    return { ok: true, form: { register, asOf: day.asOf, complete } };
  }
  const problems: FieldProblem[] = [];
  if (!isRegister(register))
    problems.push({ field: 'register', message: 'Select what the file holds' });
  if (!day.ok) problems.push(day.problem);
  return { ok: false, problems };
}
