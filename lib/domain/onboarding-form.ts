import { formatPlainDate, type PlainDate } from './dates';
import { type FormValues, textValue } from './form-state';
import { readDsptIdentifier, readOdsCode } from './ods';
import { type OdsFact, odsAddress } from './ods-fact';
import { FIRST_GO_LIVE, goLiveProblem, type OnboardingState } from './onboarding';
import { emailSchema } from './person';
import type { FieldProblem } from './result';
import { readOptionalDate, typedDate, typedDateNames } from './typed-date';
import { readTypedText } from './typed-line';

/** What is known of an end user organisation apart from its AUP alert and its checks. */
export type OnboardingDetails = {
  name: string;
  address: string;
  leadOdsCode: string | null;
  dsptCode: string | null;
  /** Planned, or the day on which it went live. */
  goLiveOn: PlainDate | null;
  contactName: string;
  contactEmail: string;
  clinicalSafety: string;
};

/** The names that the form of the details posts. */
export const DETAIL_FIELDS = [
  ...['name', 'address', 'leadOdsCode', 'dsptCode', 'contactName', 'contactEmail'],
  ...['safety', 'safetyReference', 'safetyReason', ...typedDateNames('goLive')],
];

const NOT_APPLICABLE = 'Not applicable: ';
const NOT_APPLICABLE_READ = /^not applicable\b[\s:,.;-]*/i;

/** Clinical safety as its form shows it: a DCB0160 reference, or why none applies. */
function typedSafety(text: string): FormValues {
  if (text === '') return {};
  return NOT_APPLICABLE_READ.test(text)
    ? { safety: 'not_applicable', safetyReason: text.replace(NOT_APPLICABLE_READ, '') }
    : { safety: 'reference', safetyReference: text };
}

/** The details as their form shows them. */
export const typedDetails = (details: OnboardingDetails): FormValues => ({
  name: details.name,
  address: details.address,
  leadOdsCode: details.leadOdsCode ?? '',
  dsptCode: details.dsptCode ?? '',
  contactName: details.contactName,
  contactEmail: details.contactEmail,
  ...typedDate('goLive', details.goLiveOn),
  ...typedSafety(details.clinicalSafety),
});

/** The details as typed, with name and address as ODS has them where nothing was typed. */
export function detailsFromOds(values: FormValues, fact: OdsFact | null): FormValues {
  if (fact?.state !== 'active' && fact?.state !== 'inactive') return values;
  const known = { name: fact.name, address: odsAddress(fact) };
  const untyped = Object.entries(known).filter(([name]) => textValue(values, name).trim() === '');
  return { ...values, ...Object.fromEntries(untyped) };
}

function readSafety(values: FormValues, problems: FieldProblem[]): string {
  const chosen = textValue(values, 'safety');
  if (chosen === 'reference')
    return readTypedText(
      ...([values, 'safetyReference'] as const),
      { what: 'The DCB0160 reference', max: 200, required: true },
      problems,
    );
  if (chosen !== 'not_applicable') return '';
  const rule = { what: 'The reason why it does not apply', max: 500, required: true };
  return `${NOT_APPLICABLE}${readTypedText(values, 'safetyReason', rule, problems)}`;
}

function readEmail(values: FormValues, problems: FieldProblem[]): string {
  const typed = textValue(values, 'contactEmail').trim();
  if (typed === '') return '';
  const read = emailSchema.safeParse(typed);
  if (read.success) return read.data;
  const message = read.error.issues[0]?.message ?? '';
  problems.push({ field: 'contactEmail', message });
  return typed;
}

function readLead(values: FormValues, odsCode: string, problems: FieldProblem[]): string | null {
  const typed = textValue(values, 'leadOdsCode').trim();
  if (typed === '') return null;
  const read = readOdsCode(typed);
  const message = !read.ok
    ? `ODS code of its lead ${read.message.replace(/^ODS code /, '')}`
    : read.code === odsCode
      ? 'An organisation cannot be its own lead'
      : null;
  if (message) problems.push({ field: 'leadOdsCode', message });
  return read.ok ? read.code : null;
}

function readDsptCode(values: FormValues, odsCode: string, problems: FieldProblem[]) {
  const typed = textValue(values, 'dsptCode').trim();
  if (typed === '') return null;
  const read = readDsptIdentifier(typed);
  if (!read.ok)
    problems.push({
      field: 'dsptCode',
      message: read.message.replace(/^DSPT identifier/, 'DSPT code'),
    });
  return read.ok && read.identifier !== odsCode ? read.identifier : null;
}

const GO_LIVE = 'Go-live date';
/** What is wrong with a go-live date, in words; null for a good one. */
export function goLiveWords(
  day: PlainDate,
  bounds: { state: OnboardingState; since: PlainDate | null; today: PlainDate },
): string | null {
  const problem = goLiveProblem(day, bounds);
  if (problem === 'ahead') return `${GO_LIVE} must be today or in the past`;
  if (problem === 'before_product')
    return `${GO_LIVE} must be on or after ${bounds.since ? formatPlainDate(bounds.since) : ''}, the product's first day`;
  return problem === null
    ? null
    : `${GO_LIVE} must be on or after ${formatPlainDate(FIRST_GO_LIVE)}`;
}

export type DetailsBounds = {
  odsCode: string;
  state: OnboardingState;
  /** The first day of the product, where it is known. */
  since: PlainDate | null;
  today: PlainDate;
};

/** Reads the details as typed, with every problem named by its field. */
export function readDetails(
  values: FormValues,
  bounds: DetailsBounds,
): { ok: true; details: OnboardingDetails } | { ok: false; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const line = (name: string, what: string, max: number, required = false) =>
    readTypedText(values, name, { what, max, required }, problems);
  const name = line('name', 'The name', 200, true);
  const address = line('address', 'The address', 500);
  const date = readOptionalDate(values, 'goLive', GO_LIVE);
  if (!date.ok) problems.push(date.problem);
  const wrong = date.ok && date.date ? goLiveWords(date.date, bounds) : null;
  if (wrong) problems.push({ field: 'goLive', message: wrong });
  const details = {
    ...{ name, address, goLiveOn: date.ok ? date.date : null },
    leadOdsCode: readLead(values, bounds.odsCode, problems),
    dsptCode: readDsptCode(values, bounds.odsCode, problems),
    contactName: line('contactName', 'The contact name', 200),
    contactEmail: readEmail(values, problems),
    clinicalSafety: readSafety(values, problems),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, details };
}
