import { type ContradictionCode, contradictions } from './contradictions';
import { formatPlainDate, type PlainDate } from './dates';
import type { FrozenDeclaration } from './declaration';
import { type AnswerValues, declaredClaim } from './declared-dspt';
import {
  type DsptReason,
  deadlineOf,
  judgeDspt,
  LEVELS,
  publicationWindow,
  requiredEdition,
} from './dspt';
import type { AnswerValue, QuestionId } from './questions/types';
import { countCharacters } from './text';

const SHORT_DETAILS = 50;

export type FlagCode =
  | 'nothing_given'
  | 'details_short'
  | 'contradiction'
  | 'certificate_expired'
  | Exclude<DsptReason, 'publication_date_missing'>;

/** Something a rule noticed in an answer: for the assessor's eye, never a verdict. */
export type Flag = {
  code: FlagCode;
  message: string;
  /** Which contradiction, where it is one. */
  contradiction?: ContradictionCode;
  /** Whether it held on the day of submission, holds today, or both. */
  when: 'both' | 'submission' | 'today';
};
type Found = Omit<Flag, 'when'>;

// What people type to get past a box that must not be empty.
const PLACEHOLDER =
  /^(n[/ ]?a|not applicable|none|nil|no|yes|tb[acd]|to follow|see (above|below|attached)|as above)$/i;

/** True when details hold no words at all, or only such as stand for none ('n/a', 'see above'). */
export function isNothingGiven(details: string): boolean {
  const words = details.replace(/[.!\-–—_\s]+/g, ' ').trim();
  return !/[\p{L}\p{N}]/u.test(words) || PLACEHOLDER.test(words);
}

function ofDetails(value: Extract<AnswerValue, { kind: 'yes-no-details' }>, on: PlainDate) {
  const found: Found[] = [];
  const length = countCharacters(value.details.trim());
  if (isNothingGiven(value.details))
    found.push({ code: 'nothing_given', message: 'The details say nothing' });
  else if (length < SHORT_DETAILS)
    found.push({
      code: 'details_short',
      message: `The details are ${length} ${length === 1 ? 'character' : 'characters'} long, under ${SHORT_DETAILS}`,
    });
  const expires = value.certificate?.expiresOn;
  if (expires && expires < on)
    found.push({
      code: 'certificate_expired',
      message: `The certificate expired on ${formatPlainDate(expires as PlainDate)}`,
    });
  return found;
}

function ofStatus(values: AnswerValues, on: PlainDate): Found[] {
  const { level, edition } = declaredClaim(values);
  const required = requiredEdition(on);
  const name = level === null ? 'The level' : `‘${LEVELS[level].label}’`;
  const words: Partial<Record<DsptReason, string>> = {
    level_unrecognised: 'The level is not one of the five that are published',
    not_published: 'The organisation has published no status',
    below_standards_met: `${name} is below Standards Met`,
    edition_missing: 'No edition is given, so the status cannot count as current',
    edition_unknown: `There is no edition ${edition}`,
    edition_stale: `The ${edition} edition is stale: ${required} has been required since its deadline, ${formatPlainDate(deadlineOf(required))}`,
  };
  return inWords(words, values, on);
}

function ofPublication(values: AnswerValues, on: PlainDate): Found[] {
  const { edition, publishedOn } = declaredClaim(values);
  if (publishedOn === null) return [];
  const date = formatPlainDate(publishedOn);
  const words: Partial<Record<DsptReason, string>> = {
    publication_in_future: `${date} was in the future`,
  };
  if (edition !== null) {
    const { from, to } = publicationWindow(edition);
    words.published_late = `Published after the ${edition} deadline, ${formatPlainDate(deadlineOf(edition))}`;
    words.publication_implausible = `${date} is outside the ${edition} edition: such a status is published between ${formatPlainDate(from)} and ${formatPlainDate(to)}`;
  }
  return inWords(words, values, on);
}

function inWords(
  words: Partial<Record<DsptReason, string>>,
  values: AnswerValues,
  on: PlainDate,
): Found[] {
  return judgeDspt(declaredClaim(values), on).reasons.flatMap((code) => {
    const message = words[code];
    return code === 'publication_date_missing' || message === undefined ? [] : [{ code, message }];
  });
}

// Told by flags of their own, with the same facts.
const TOLD: readonly ContradictionCode[] = ['date_outside_edition', 'certificate_expired'];

const contradicting = (values: AnswerValues, id: QuestionId, on: PlainDate): Found[] =>
  contradictions(values, on)
    .filter(({ code, questionIds }) => questionIds.includes(id) && !TOLD.includes(code))
    .map(({ code, message }) => ({ code: 'contradiction', contradiction: code, message }));

function ofAnswer(values: AnswerValues, id: QuestionId, on: PlainDate): Found[] {
  const value = values[id];
  if (!value) return [{ code: 'nothing_given', message: 'No answer was given' }];
  if (value.kind === 'yes-no-details') return ofDetails(value, on);
  if (value.kind === 'dspt-status') return ofStatus(values, on);
  if (value.kind === 'date') return ofPublication(values, on);
  return [];
}

const onDay = (values: AnswerValues, id: QuestionId, on: PlainDate): Found[] => [
  ...contradicting(values, id, on),
  ...ofAnswer(values, id, on),
];

const isIn = (flags: readonly Found[], flag: Found): boolean =>
  flags.some(
    ({ code, contradiction }) => code === flag.code && contradiction === flag.contradiction,
  );

/**
 * The flags of each question of a frozen declaration, judged on two days ('yyyy-mm-dd', London):
 * that of submission and today (the DSPT rules). What has come true since, such as an edition gone
 * stale, bears `when: 'today'`; what no longer holds, 'submission'.
 */
export function flagsOf(
  frozen: Pick<FrozenDeclaration, 'answers'>,
  days: { submittedOn: PlainDate; today: PlainDate },
): Map<QuestionId, Flag[]> {
  const values: AnswerValues = {};
  for (const answer of frozen.answers) values[answer.questionId] = answer.value ?? undefined;
  return new Map(
    frozen.answers.map(({ questionId }) => {
      const before = onDay(values, questionId, days.submittedOn);
      const now = onDay(values, questionId, days.today);
      const still = now.map((flag) => ({
        ...flag,
        when: isIn(before, flag) ? ('both' as const) : ('today' as const),
      }));
      const gone = before
        .filter((flag) => !isIn(now, flag))
        .map((flag) => ({ ...flag, when: 'submission' as const }));
      return [questionId, [...still, ...gone]];
    }),
  );
}
