import type { PlainDate } from './dates';
import { addYears, formatPlainDate } from './dates';
import { type FormValues, textValue } from './form-state';
import type { FieldProblem } from './result';
import { normaliseText, textProblem, upperFirst } from './text';
import { readTypedDate, typedDateNames } from './typed-date';

type Setting = {
  label: string;
  about: string;
  /** What is counted, one of it. */
  unit: string;
  effect: string;
  least: number;
  most: number;
};

/**
 * What managers may set, each a whole number of something. What a case was given stays: a due date is
 * counted once, when its clock begins, and how many requests there may be when the case is started.
 */
export const SETTINGS = {
  target_days: {
    label: 'Target for the first response',
    about:
      'The working days that an assessor has for the first response in a round. The clock stops while the supplier has the case.',
    unit: 'working day',
    effect:
      'Counts for each declaration submitted, and each decision opened again after a review, from the day you choose. Cases received before keep their due date.',
    least: 1,
    most: 60,
  },
  request_days: {
    label: 'Time to answer a request',
    about:
      'The working days to the due date that is filled in for an assessor who asks a supplier for information, or for the evidence of a spot check. The assessor can change it.',
    unit: 'working day',
    effect:
      'Counts for each request written from the day you choose. Requests sent before keep their due date.',
    least: 1,
    most: 60,
  },
  requests_most: {
    label: 'Requests for one application',
    about:
      'How often an assessor can ask a supplier for information about one application, which has one round more than that. After the last request, what is still insufficient permits rejection only.',
    unit: 'request',
    effect:
      'Counts for each application started from the day you choose. Applications started before keep their number.',
    least: 1,
    most: 10,
  },
} as const satisfies Record<string, Setting>;
export type SettingName = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** '10 working days'. */
export const settingWords = (name: SettingName, value: number): string =>
  `${value} ${SETTINGS[name].unit}${value === 1 ? '' : 's'}`;

/** What is counted, as a field's label: 'Working days'. */
export const settingField = (name: SettingName): string => `${upperFirst(SETTINGS[name].unit)}s`;

/** What is under way when a setting is changed: open cases with a due date, open requests, open applications. */
export type UnderWay = { cases: number; late: number; requests: number; applications: number };

const KEPT: Record<SettingName, (under: UnderWay) => string> = {
  target_days: ({ cases, late }) =>
    `${counted(cases, 'open case has', 'open cases have')} a due date of the assessor’s, ${late} of them past it. None of these moves, so nothing becomes late, or is late no longer, by a change.`,
  request_days: ({ requests }) =>
    `${counted(requests, 'request waits', 'requests wait')} for an answer. The due date of none of them moves.`,
  requests_most: ({ applications }) =>
    `${counted(applications, 'application is', 'applications are')} open, drafts among them. Each keeps the number it was started with.`,
};

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** What a change of a setting leaves as it is, with how many: said before it is saved. */
export const unchangedWords = (name: SettingName, under: UnderWay): string => KEPT[name](under);

/** A version of a setting: its value, from which day it held. */
export type HeldSetting = { value: number; inForceOn: PlainDate };

/** What a setting was at the end of a day; `versions` with the latest first day first, the last written first of a day. */
export function settingOn(versions: readonly HeldSetting[], day: PlainDate): number {
  const held = versions.find(({ inForceOn }) => inForceOn <= day);
  if (!held) throw new Error(`a setting has no version on ${day}`);
  return held.value;
}

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
      message: `${settingField(name)} must be a whole number from ${least} to ${most}`,
    });
  const day = date.ok ? dayProblem(date.date, today) : null;
  if (!date.ok) problems.push(date.problem);
  else if (day) problems.push({ field: 'inForce', message: day });
  const wrong = textProblem(reason, { what: 'Reason', max: MAX_REASON, required: true });
  if (wrong) problems.push({ field: 'reason', message: wrong });
  if (problems.length > 0 || !date.ok) return { ok: false, problems };
  return { ok: true, form: { value, inForceOn: date.date, reason } };
}
