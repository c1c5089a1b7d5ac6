import { z } from 'zod';
import { dateProblemMessage, type PlainDate, readDateFields } from '@/lib/domain/dates';
import { editionsOffered, LEVELS, type LevelId } from '@/lib/domain/dspt';
import { readDsptIdentifier, readOdsCode } from '@/lib/domain/ods';
import {
  countCharacters,
  hasForbiddenCharacters,
  isBlank,
  MAX_DETAILS,
  MAX_DRAFT,
  normaliseText,
} from '@/lib/domain/text';
import {
  type AnswerContext,
  type AnswerFields,
  type AnswerValue,
  type Certificate,
  PROFILES,
  type ProfileId,
} from './types';

export const CERTIFICATE_LINES = [
  { name: 'certificateNumber', key: 'number', label: 'Certificate number' },
  { name: 'certificateBody', key: 'body', label: 'Certification body' },
  { name: 'certificateScope', key: 'scope', label: 'Scope of the certificate' },
] as const;

const FORBIDDEN =
  'must not contain control characters. Delete it and type it again, or paste it as plain text';

const field = z.union([z.string(), z.array(z.string())]).optional();
const shape = z.record(z.string(), field);
type Fields = z.infer<typeof shape>;

/** One field as one string: normalised; a field that came twice counts once. */
export function one(fields: Fields | AnswerFields, name: string): string {
  const value = fields[name];
  return normaliseText((Array.isArray(value) ? value[0] : value) ?? '');
}

/** One field as many strings, each once. */
export function many(fields: Fields | AnswerFields, name: string): string[] {
  const value = fields[name];
  return [...new Set(Array.isArray(value) ? value : value === undefined ? [] : [value])];
}

type Problems = { add: (name: string, message: string) => void };
type Reader = (fields: Fields, problems: Problems) => AnswerValue | null;

/** A zod schema whose problems are named by field, made from a plain reading function. */
function schemaOf(read: Reader): z.ZodType<AnswerValue, unknown> {
  return shape.transform((fields, context) => {
    let failed = false;
    const add = (name: string, message: string) => {
      failed = true;
      context.addIssue({ code: 'custom', path: [name], message });
    };
    const value = read(fields, { add });
    return failed || value === null ? z.NEVER : value;
  });
}

function readLine(fields: Fields, problems: Problems, name: string, label: string, max: number) {
  const text = one(fields, name).trim();
  if (hasForbiddenCharacters(text)) problems.add(name, `${label} ${FORBIDDEN}`);
  else if (countCharacters(text) > max)
    problems.add(name, `${label} must be ${max} characters or fewer`);
  return text;
}

function readDate(
  fields: Fields,
  problems: Problems,
  name: string,
  label: string,
  today: PlainDate | null,
): PlainDate | null {
  const read = readDateFields({
    day: one(fields, `${name}-day`),
    month: one(fields, `${name}-month`),
    year: one(fields, `${name}-year`),
  });
  if (!read.ok) {
    const part = read.fields[0] ?? 'day';
    problems.add(`${name}-${part}`, dateProblemMessage(read.problem, label, read.fields));
    return null;
  }
  if (today !== null && read.date > today) {
    problems.add(`${name}-day`, `${label} must be today or in the past`);
    return null;
  }
  return read.date;
}

/** The certificate that a supplier may add to its ISMS answer: all four parts, or none. */
function readCertificate(fields: Fields, problems: Problems): Certificate | null {
  const date = ['day', 'month', 'year'].map((part) => one(fields, `certificateExpiresOn-${part}`));
  const untouched = date.every((part) => part.trim() === '');
  const lines = CERTIFICATE_LINES.map((line) => ({
    ...line,
    text: readLine(fields, problems, line.name, line.label, 200),
  }));
  if (lines.every((line) => line.text === '') && untouched) return null;
  for (const line of lines)
    if (line.text === '')
      problems.add(line.name, `Enter the ${line.label.toLowerCase()}, or clear the certificate`);
  if (untouched)
    problems.add('certificateExpiresOn-day', 'Enter the expiry date, or clear the certificate');
  const expiresOn = untouched
    ? null
    : readDate(fields, problems, 'certificateExpiresOn', 'Expiry date', null);
  const [number, body, scope] = lines.map((line) => line.text);
  return { number: number ?? '', body: body ?? '', scope: scope ?? '', expiresOn: expiresOn ?? '' };
}

/** Yes or no, and details of 1 to 2000 characters; ticks must be coverage points of the question. */
export function yesNoDetails(options: { points: readonly string[]; certificate?: boolean }) {
  return schemaOf((fields, problems) => {
    const choice = one(fields, 'choice');
    if (choice !== 'yes' && choice !== 'no') problems.add('choice', 'Select yes or no');
    const details = one(fields, 'details');
    if (hasForbiddenCharacters(details)) problems.add('details', `Details ${FORBIDDEN}`);
    else if (isBlank(details)) problems.add('details', 'Enter details');
    else if (countCharacters(details) > MAX_DETAILS)
      problems.add('details', `Details must be ${MAX_DETAILS} characters or fewer`);
    const covered = many(fields, 'covered').filter((id) => options.points.includes(id));
    const certificate = options.certificate ? readCertificate(fields, problems) : null;
    return {
      kind: 'yes-no-details',
      choice: choice === 'yes' ? 'yes' : 'no',
      details,
      covered,
      certificate,
    };
  });
}

/** The code, identifier and profile under which the organisation publishes (DSPT and ODS rules). */
export function organisationDetails() {
  return schemaOf((fields, problems) => {
    const code = one(fields, 'odsCode');
    const read = readOdsCode(code);
    if (code.trim() === '') problems.add('odsCode', 'Enter your ODS code');
    else if (!read.ok) problems.add('odsCode', read.message);
    const identifierText = one(fields, 'dsptIdentifier').trim();
    const identifier = identifierText === '' ? null : readDsptIdentifier(identifierText);
    if (identifier && !identifier.ok) problems.add('dsptIdentifier', identifier.message);
    const profile = one(fields, 'profile');
    if (!Object.hasOwn(PROFILES, profile))
      problems.add('profile', 'Select your organisation profile');
    return {
      kind: 'organisation',
      odsCode: read.ok ? read.code : '',
      dsptIdentifier: identifier?.ok ? identifier.identifier : '',
      profile: profile as ProfileId,
    };
  });
}

/** One of the five levels; the edition too, unless nothing was published. */
export function dsptStatus(context: AnswerContext) {
  return schemaOf((fields, problems) => {
    const level = one(fields, 'level');
    if (!Object.hasOwn(LEVELS, level)) problems.add('level', 'Select your published DSPT status');
    const edition = one(fields, 'edition');
    const offered: readonly string[] = editionsOffered(context.today);
    const needed = level !== ('not_published' satisfies LevelId);
    if (needed && edition === '') problems.add('edition', 'Select the edition of the status');
    else if (edition !== '' && !offered.includes(edition))
      problems.add('edition', 'Select an edition from the list');
    return { kind: 'dspt-status', level, edition: edition === '' ? null : edition };
  });
}

/** A day that is not in the future; `label` names it in messages. */
export function pastDate(name: string, label: string, context: AnswerContext) {
  return schemaOf((fields, problems) => {
    const date = readDate(fields, problems, name, label, context.today);
    return date === null ? null : { kind: 'date', date };
  });
}

/** What a draft may hold: anything typed, short of control characters and of 20,000 characters. */
export const draftFieldsSchema = shape.transform((fields, context): AnswerFields => {
  const kept: AnswerFields = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const texts = (Array.isArray(value) ? value : [value]).map(normaliseText);
    if (texts.some(hasForbiddenCharacters))
      context.addIssue({ code: 'custom', path: [name], message: `This answer ${FORBIDDEN}` });
    if (texts.some((text) => countCharacters(text) > MAX_DRAFT))
      context.addIssue({
        code: 'custom',
        path: [name],
        message: `This answer is too long to save. Use ${MAX_DETAILS} characters or fewer`,
      });
    kept[name] = Array.isArray(value) ? texts : (texts[0] ?? '');
  }
  return kept;
});
