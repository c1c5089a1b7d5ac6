import { formatPlainDate, type PlainDate } from './dates';
import { type AnswerValues, declaredClaim } from './declared-dspt';
import {
  deadlineOf,
  type Edition,
  isPublicationPlausible,
  judgeDspt,
  LEVELS,
  type LevelId,
  publicationWindow,
  requiredEdition,
} from './dspt';
import type { AnswerValue, QuestionId } from './questions/types';

/** Answers that do not fit together: the first question named is where it is most likely mended. */
export type Contradiction = {
  code: ContradictionCode;
  questionIds: readonly [QuestionId, ...QuestionId[]];
  message: string;
};
export type ContradictionCode =
  | 'in_time_but_late'
  | 'late_but_in_time'
  | 'in_time_but_not_published'
  | 'in_time_but_stale'
  | 'compliant_but_below'
  | 'compliant_but_stale'
  | 'not_compliant_but_passes'
  | 'not_published_but_dated'
  | 'date_outside_edition'
  | 'no_isms_but_certificate'
  | 'certificate_expired';

/** What the rules below look at, out of the answers; null is unknown. */
type Facts = {
  inTime: string | null;
  compliant: string | null;
  level: LevelId | null;
  edition: Edition | null;
  publishedOn: PlainDate | null;
  on: PlainDate;
};

const choiceOf = (value: AnswerValue | undefined) =>
  value?.kind === 'yes-no-details' ? value.choice : null;

function factsOf(values: AnswerValues, on: PlainDate): Facts {
  return {
    inTime: choiceOf(values['dspt-within-deadline']),
    compliant: choiceOf(values['dspt-compliant']),
    ...declaredClaim(values),
    on,
  };
}

type Rule = (facts: Facts) => Contradiction | null;

const within: QuestionId = 'dspt-within-deadline';
const compliant: QuestionId = 'dspt-compliant';
const status: QuestionId = 'dspt-status';
const published: QuestionId = 'dspt-published-on';

const inTimeAgainstDate: Rule = ({ inTime, level, edition, publishedOn }) => {
  if (inTime === null || level === 'not_published' || !edition || !publishedOn) return null;
  const late = publishedOn > deadlineOf(edition);
  if (late === (inTime === 'no')) return null;
  const deadline = `the ${edition} deadline, ${formatPlainDate(deadlineOf(edition))}`;
  const day = formatPlainDate(publishedOn);
  return late
    ? {
        code: 'in_time_but_late',
        questionIds: [within, published],
        message: `Q.1 says yes, but the date in Q.2.2, ${day}, is after ${deadline}`,
      }
    : {
        code: 'late_but_in_time',
        questionIds: [within, published],
        message: `Q.1 says no, but the date in Q.2.2, ${day}, is not after ${deadline}`,
      };
};

const inTimeAgainstStatus: Rule = ({ inTime, level, edition, on }) => {
  if (inTime !== 'yes' || level === null) return null;
  if (level === 'not_published')
    return {
      code: 'in_time_but_not_published',
      questionIds: [within, status],
      message: 'Q.1 says yes, but Q.2.1 says that no status is published',
    };
  if (!edition || edition >= requiredEdition(on)) return null;
  return {
    code: 'in_time_but_stale',
    questionIds: [within, status],
    message: `Q.1 says yes for the current year, but Q.2.1 gives ${edition}; ${requiredEdition(on)} is required`,
  };
};

const compliantAgainstStatus: Rule = (facts) => {
  const { level, edition, on } = facts;
  if (facts.compliant === null || level === null) return null;
  const { verdict } = judgeDspt({ level, edition, publishedOn: null }, on);
  const questionIds = [compliant, status] as const;
  if (facts.compliant === 'no')
    return verdict === 'passes'
      ? {
          code: 'not_compliant_but_passes',
          questionIds,
          message: `Q.2 says no, but ${edition} ${LEVELS[level].label} in Q.2.1 is compliant`,
        }
      : null;
  if (!LEVELS[level].passes)
    return {
      code: 'compliant_but_below',
      questionIds,
      message: `Q.2 says yes, but ${LEVELS[level].label} in Q.2.1 is below standards met`,
    };
  if (verdict !== 'stale' || !edition) return null;
  return {
    code: 'compliant_but_stale',
    questionIds,
    message: `Q.2 says yes, but the ${edition} status in Q.2.1 is out of date; ${requiredEdition(on)} is required`,
  };
};

const dateAgainstStatus: Rule = ({ level, edition, publishedOn }) => {
  if (!publishedOn) return null;
  if (level === 'not_published')
    return {
      code: 'not_published_but_dated',
      questionIds: [status, published],
      message: `Q.2.1 says that no status is published, but a date was given: ${formatPlainDate(publishedOn)}. The date will be left out`,
    };
  if (!edition || isPublicationPlausible(edition, publishedOn)) return null;
  const { from, to } = publicationWindow(edition);
  return {
    code: 'date_outside_edition',
    questionIds: [published, status],
    message: `A ${edition} status is published between ${formatPlainDate(from)} and ${formatPlainDate(to)}, but Q.2.2 says ${formatPlainDate(publishedOn)}`,
  };
};

function certificateRules(value: AnswerValue | undefined, on: PlainDate): Contradiction[] {
  if (value?.kind !== 'yes-no-details' || !value.certificate) return [];
  const found: Contradiction[] = [];
  const questionIds = ['isms'] as const;
  if (value.choice === 'no')
    found.push({
      code: 'no_isms_but_certificate',
      questionIds,
      message: 'Q.4 says that there is no ISMS, but gives a certificate',
    });
  const expiry = value.certificate.expiresOn;
  if (expiry !== '' && expiry < on)
    found.push({
      code: 'certificate_expired',
      questionIds,
      message: `The certificate in Q.4 expired on ${formatPlainDate(expiry as PlainDate)}`,
    });
  return found;
}

const RULES = [inTimeAgainstDate, inTimeAgainstStatus, compliantAgainstStatus, dateAgainstStatus];

/**
 * Where finished answers contradict each other as at a day ('yyyy-mm-dd', London): to warn with,
 * never to block (the DSPT rules: in time and level differ in real life). Sentences have no full
 * stop and name no person, so that both sides can read them. Answers left out are not judged.
 */
export function contradictions(values: AnswerValues, on: PlainDate): Contradiction[] {
  const facts = factsOf(values, on);
  const dspt = RULES.flatMap((rule) => rule(facts) ?? []);
  return [...dspt, ...certificateRules(values.isms, on)];
}
