import { type AupVersion, foldAupVersion } from './aup';
import { MAX_AUP_VERSION } from './aup-form';
import type { PlainDate } from './dates';
import { type Edition, editionsOffered, LEVELS, type LevelId } from './dspt';
import { type FormValues, textValue } from './form-state';
import { readDsptIdentifier } from './ods';
import { isHeld, type OnboardingState } from './onboarding';
import type { FieldProblem } from './result';
import { readOptionalDate, readTypedDate, typedDate, typedDateNames } from './typed-date';
import { readTypedText } from './typed-line';

type Read<T> = { ok: true; value: T } | { ok: false; problems: FieldProblem[] };

/** That an organisation was told of the AUP, with how and by whom. */
export type AlertRecord = {
  aupVersion: string;
  aupAlertedOn: PlainDate;
  aupMethod: string;
  aupAlertedBy: string;
  aupAcknowledgedOn: PlainDate | null;
};
/** As it is kept: any part of it may not have been recorded. */
export type RecordedAlert = { [K in keyof AlertRecord]: AlertRecord[K] | null };
export const ALERT_FIELDS = [
  ...['version', 'method', 'alertedBy'],
  ...[...typedDateNames('alerted'), ...typedDateNames('acknowledged')],
];

/** The alert as its form shows it. */
export const typedAlert = (alert: RecordedAlert): FormValues => ({
  version: alert.aupVersion ?? '',
  method: alert.aupMethod ?? '',
  alertedBy: alert.aupAlertedBy ?? '',
  ...typedDate('alerted', alert.aupAlertedOn),
  ...typedDate('acknowledged', alert.aupAcknowledgedOn),
});

/**
 * Whether an alert of a day stands beside the one that counts, rather than in its place: it was told
 * again after it went live. What was true on its go-live date stays.
 */
export const isLaterAlert = (
  { state, goLiveOn }: { state: OnboardingState; goLiveOn: PlainDate | null },
  counted: { alertedOn: PlainDate } | null,
  alertedOn: PlainDate,
): boolean =>
  isHeld(state) &&
  goLiveOn !== null &&
  counted !== null &&
  counted.alertedOn <= goLiveOn &&
  alertedOn > goLiveOn;

/** The versions to choose from: those published, and the one recorded where it is none of them. */
export function versionsOffered(
  published: readonly AupVersion[],
  recorded: string | null,
): string[] {
  const all = published.map(({ version }) => version);
  const known = all.some((version) => foldAupVersion(version) === foldAupVersion(recorded ?? ''));
  return all.length === 0 || recorded === null || known ? all : [...all, recorded];
}

/** Reads an AUP alert as typed; `offered` are the versions to choose from, none where it is typed. */
export function readAlert(
  values: FormValues,
  { offered, today }: { offered: readonly string[]; today: PlainDate },
): Read<AlertRecord> {
  const problems: FieldProblem[] = [];
  const required = offered.length === 0;
  const version = readTypedText(
    ...([values, 'version'] as const),
    { what: 'The AUP version', max: MAX_AUP_VERSION, required },
    problems,
  );
  if (offered.length > 0 && !offered.includes(version))
    problems.push({ field: 'version', message: 'Select the version of the AUP' });
  const alerted = readTypedDate(values, 'alerted', 'Date of the alert');
  if (!alerted.ok) problems.push(alerted.problem);
  else if (alerted.date > today)
    problems.push({ field: 'alerted', message: 'Date of the alert must be today or in the past' });
  const method = { what: 'How you alerted them', max: 200, required: true };
  const aupMethod = readTypedText(values, 'method', method, problems);
  const who = { what: 'Who alerted them', max: 200, required: true };
  const aupAlertedBy = readTypedText(values, 'alertedBy', who, problems);
  const what = 'Date of the acknowledgement';
  const acknowledged = readOptionalDate(values, 'acknowledged', what);
  if (!acknowledged.ok) problems.push(acknowledged.problem);
  else if (acknowledged.date && acknowledged.date > today)
    problems.push({ field: 'acknowledged', message: `${what} must be today or in the past` });
  else if (acknowledged.date && alerted.ok && acknowledged.date < alerted.date)
    problems.push({ field: 'acknowledged', message: `${what} must not be before the alert` });
  if (problems.length > 0 || !alerted.ok || !acknowledged.ok) return { ok: false, problems };
  const aupAcknowledgedOn = acknowledged.date;
  const value = { aupVersion: version, aupAlertedOn: alerted.date, aupMethod, aupAlertedBy };
  return { ok: true, value: { ...value, aupAcknowledgedOn } };
}

/** What somebody read of an organisation's DSPT on a day. */
export type CheckRecord = {
  checkedOn: PlainDate;
  checkedBy: string;
  code: string;
  status: string;
  edition: Edition | null;
  level: LevelId;
  publishedOn: PlainDate | null;
};
export const CHECK_FIELDS = [
  ...['checkedBy', 'code', 'level', 'edition'],
  ...[...typedDateNames('checked'), ...typedDateNames('published')],
];

/** The toolkit is as old as its first edition; what is older is a slip. */
export const FIRST_CHECK: PlainDate = '2018-04-01';
const isLevel = (text: string): text is LevelId => Object.hasOwn(LEVELS, text);

function readPublished(
  values: FormValues,
  published: boolean,
  checkedOn: PlainDate | null,
): { date: PlainDate | null; problem: FieldProblem | null } {
  const what = 'Date of publication';
  if (!published) return { date: null, problem: null };
  const read = readTypedDate(values, 'published', what);
  if (!read.ok) return { date: null, problem: read.problem };
  const problem = { field: 'published', message: `${what} must not be after the check` };
  return { date: read.date, problem: checkedOn && read.date > checkedOn ? problem : null };
}

/** Reads a DSPT check as typed; of 'Not Published' edition and date are not asked. */
export function readCheck(values: FormValues, today: PlainDate): Read<CheckRecord> {
  const problems: FieldProblem[] = [];
  const checked = readTypedDate(values, 'checked', 'Date of the check');
  if (!checked.ok) problems.push(checked.problem);
  else if (checked.date > today)
    problems.push({ field: 'checked', message: 'Date of the check must be today or in the past' });
  else if (checked.date < FIRST_CHECK)
    problems.push({ field: 'checked', message: 'Date of the check must be after 31 March 2018' });
  const who = { what: 'Who checked', max: 200, required: true };
  const checkedBy = readTypedText(values, 'checkedBy', who, problems);
  const code = readDsptIdentifier(textValue(values, 'code'));
  if (!code.ok)
    problems.push({ field: 'code', message: code.message.replace('DSPT identifier', 'DSPT code') });
  const level = textValue(values, 'level');
  if (!isLevel(level)) problems.push({ field: 'level', message: 'Select the DSPT status' });
  const published = level !== ('not_published' satisfies LevelId);
  const edition = editionsOffered(today).find((one) => one === textValue(values, 'edition'));
  if (published && !edition)
    problems.push({ field: 'edition', message: 'Select the edition of the status' });
  const day = readPublished(values, published, checked.ok ? checked.date : null);
  if (day.problem) problems.push(day.problem);
  if (problems.length > 0 || !checked.ok || !code.ok || !isLevel(level))
    return { ok: false, problems };
  const own = published && edition ? edition : null;
  const status = [own, LEVELS[level].label].filter(Boolean).join(' ');
  const value = { checkedOn: checked.date, checkedBy, code: code.identifier };
  return { ok: true, value: { ...value, status, edition: own, level, publishedOn: day.date } };
}
