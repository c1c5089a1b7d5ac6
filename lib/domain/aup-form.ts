import { addYears, formatPlainDate, type PlainDate } from './dates';
import { type FormValues, textValue } from './form-state';
import type { FieldProblem } from './result';
import { normaliseText, textProblem } from './text';
import { readTypedDate, typedDateNames } from './typed-date';

/** The names that the form of a new version posts. */
export const AUP_FIELDS = ['version', ...typedDateNames('inForce'), 'note'];

export const MAX_AUP_VERSION = 20;
const MAX_NOTE = 2000;

/** No version was in force before the toolkit that it goes with; an inference of ours. */
const FIRST: PlainDate = '2018-04-01';
const YEARS_AHEAD = 2;

export type AupForm = { version: string; inForceFrom: PlainDate; note: string };

/** What is wrong with a version's first day in force, in words; null for a good one. */
function aupDayProblem(day: PlainDate, today: PlainDate): string | null {
  const last = addYears(today, YEARS_AHEAD);
  if (day < FIRST) return `Date in force must be on or after ${formatPlainDate(FIRST)}`;
  return day > last ? `Date in force must be on or before ${formatPlainDate(last)}` : null;
}

/** Reads a new version of the AUP as typed, with every problem named by its field. */
export function readAupForm(
  values: FormValues,
  today: PlainDate,
): { ok: true; form: AupForm } | { ok: false; problems: FieldProblem[] } {
  const version = normaliseText(textValue(values, 'version')).trim();
  const note = normaliseText(textValue(values, 'note')).trim();
  const date = readTypedDate(values, 'inForce', 'Date in force');
  const line = { what: 'Version', max: MAX_AUP_VERSION, required: true, oneLine: true };
  const problems: FieldProblem[] = [];
  const wrong = textProblem(version, line);
  if (wrong) problems.push({ field: 'version', message: wrong });
  const day = date.ok ? aupDayProblem(date.date, today) : null;
  if (!date.ok) problems.push(date.problem);
  else if (day) problems.push({ field: 'inForce', message: day });
  const long = textProblem(note, { what: 'Note', max: MAX_NOTE, required: false });
  if (long) problems.push({ field: 'note', message: long });
  if (problems.length > 0 || !date.ok) return { ok: false, problems };
  return { ok: true, form: { version, inForceFrom: date.date, note } };
}
