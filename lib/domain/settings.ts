import type { PlainDate } from './dates';
import { addYears, formatPlainDate } from './dates';
import { type FormValues, textValue } from './form-state';
import type { FieldProblem } from './result';
import { normaliseText, textProblem } from './text';
import { readTypedDate, typedDateNames } from './typed-date';

/**
 * What managers may set, each a whole number of working days. What a case was given stays: a due date
 * is counted once, when its clock begins, and kept.
 */
export const SETTINGS = {
  target_days: {
    label: 'Target for the first response',
    about:
      'The working days that an assessor has for the first response in a round. The clock stops while the supplier has the case.',
    effect:
      'Counts for each declaration submitted, and each decision opened again after a review, from the day you choose. Cases received before keep their due date.',
    least: 1,
    most: 60,
  },
  request_days: {
    label: 'Time to answer a request',
    about:
      'The working days to the due date that is filled in for an assessor who asks a supplier for information, or for the evidence of a spot check. The assessor can change it.',
    effect:
      'Counts for each request written from the day you choose. Requests sent before keep their due date.',
    least: 1,
    most: 60,
  },
} as const satisfies Record<
  string,
  { label: string; about: string; effect: string; least: number; most: number }
>;
export type SettingName = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);

/** The names that the form of a change posts. */
export const SETTING_FIELDS = ['value', ...typedDateNames('inForce'), 'reason'];

const MAX_REASON = 500;
const YEARS_AHEAD = 2;

export type SettingForm = { value: number; inForceOn: PlainDate; reason: string };

/** What is wrong with a first day, in words: the past cannot be changed; null for a good one. */
function dayProblem(day: PlainDate, today: PlainDate): string | null {
  const last = addYears(today, YEARS_AHEAD);
  if (day < today) return 'Date in force must be today or later';
  return day > last ? `Date in force must be on or before ${formatPlainDate(last)}` : null;
}

/** Reads a change of a setting as typed, with every problem named by its field. */
export function readSettingForm(
  name: SettingName,
  values: FormValues,
  today: PlainDate,
): { ok: true; form: SettingForm } | { ok: false; problems: FieldProblem[] } {
  const { least, most } = SETTINGS[name];
  const typed = textValue(values, 'value').trim();
  const value = /^[0-9]{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
  const reason = normaliseText(textValue(values, 'reason')).trim();
  const date = readTypedDate(values, 'inForce', 'Date in force');
  const problems: FieldProblem[] = [];
  if (!(value >= least && value <= most))
    problems.push({
      field: 'value',
      message: `Working days must be a whole number from ${least} to ${most}`,
    });
  const day = date.ok ? dayProblem(date.date, today) : null;
  if (!date.ok) problems.push(date.problem);
  else if (day) problems.push({ field: 'inForce', message: day });
  const wrong = textProblem(reason, { what: 'Reason', max: MAX_REASON, required: true });
  if (wrong) problems.push({ field: 'reason', message: wrong });
  if (problems.length > 0 || !date.ok) return { ok: false, problems };
  return { ok: true, form: { value, inForceOn: date.date, reason } };
}
