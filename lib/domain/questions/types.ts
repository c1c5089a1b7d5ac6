import type { z } from 'zod';
import type { PlainDate } from '@/lib/domain/dates';

export const QUESTION_IDS = [
  'organisation',
  'dspt-within-deadline',
  'dspt-compliant',
  'dspt-status',
  'dspt-published-on',
  'euo-process',
  'isms',
] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

export const GROUPS = {
  organisation: 'Your organisation',
  dspt: 'Data Security and Protection Toolkit',
  euo: 'End user organisations',
  security: 'Information security',
} as const;
export type GroupId = keyof typeof GROUPS;

/** What a form holds for one answer, as typed; parts of a date are `<name>-day`, `-month`, `-year`. */
export type AnswerFields = Record<string, string | string[]>;
export type Answers = Partial<Record<QuestionId, AnswerFields>>;

/**
 * What a check needs to know besides the answer: the day in London, 'yyyy-mm-dd', and the coverage
 * points that may be ticked, where a version of the guidance names others than the question does.
 */
export type AnswerContext = { today: PlainDate; points?: readonly string[] };

export type CoveragePoint = { id: string; text: string };

/**
 * Coded reasons for 'insufficient information', as the first version of the guidance has them; ids
 * are never reused. Texts of any version: lib/domain/guidance.
 */
export const REASONS = {
  'wrong-edition': 'The status is from the wrong edition',
  'below-standards-met': 'The status is below standards met',
  'date-wrong':
    'The date is missing, in the future or different from the date in the public register',
  'ods-code-wrong': 'The ODS code is inactive or belongs to another organisation',
  'profile-mismatch': 'The organisation profile does not match how the product uses patient data',
  'no-explanation': 'No explanation is given',
  'process-incomplete': 'The process has no named owner, record or yearly re-check',
  'aup-not-covered': 'The EUO acceptable use policy is not covered',
  'isms-scope': 'The ISMS scope leaves the product out',
  'certificate-invalid': 'The certificate has expired or its certification body is not accredited',
  'subcontractors-missing': 'Subcontractors are not covered',
  other: 'Something else',
} as const;
/** What a later version of the guidance added: its number, and the place among what it added. */
export type AddedId = `v${number}-${number}`;
export type ReasonId = keyof typeof REASONS | AddedId;

export type FieldName = { name: string; many?: true };
export type AnswerKind = 'organisation' | 'yes-no-details' | 'dspt-status' | 'date';

/** One question as data; the page, checks, freeze and review follow from it. */
export type Question = {
  id: QuestionId;
  /** As the section numbers it, 'Q.2.1'; null for what the section does not number. */
  number: string | null;
  group: GroupId;
  /** The question's words: heading and legend. */
  title: string;
  /** A few words for lists. */
  short: string;
  hint: readonly string[];
  /** The quoted wording behind 'Supporting information'. */
  supporting: readonly string[];
  kind: AnswerKind;
  fields: readonly FieldName[];
  /** Reads the fields of a finished answer; problems are named by field. */
  schema: (context: AnswerContext) => z.ZodType<AnswerValue, unknown>;
  appliesWhen: (answers: Answers) => boolean;
  coveragePoints: readonly CoveragePoint[];
  reasons: readonly ReasonId[];
  /** Questions of one set unlock together, since their answers must stay consistent. */
  unlocksWith: 'dspt' | null;
};

export type Certificate = { number: string; body: string; scope: string; expiresOn: string };
export type AnswerValue =
  | { kind: 'organisation'; odsCode: string; dsptIdentifier: string; profile: ProfileId }
  | {
      kind: 'yes-no-details';
      choice: 'yes' | 'no';
      details: string;
      covered: string[];
      certificate: Certificate | null;
    }
  | { kind: 'dspt-status'; level: string; edition: string | null }
  | { kind: 'date'; date: PlainDate };

export const PROFILES = {
  'nhs-business-partner': {
    label: 'NHS Business Partner',
    hint: 'if your system directly processes patient data on a regular basis (for example, a GP system)',
  },
  company: {
    label: 'Company',
    hint: 'if your software has technical access to patient data (for example, a middleware system)',
  },
} as const;
export type ProfileId = keyof typeof PROFILES;
