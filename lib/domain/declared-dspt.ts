import type { PlainDate } from './dates';
import {
  type DsptClaim,
  type DsptJudgement,
  judgeDspt,
  LEVELS,
  type LevelId,
  parseEdition,
} from './dspt';
import type { AnswerValue, QuestionId } from './questions/types';

/** Answers as read, by question; a question that did not apply is not there. */
export type AnswerValues = Partial<Record<QuestionId, AnswerValue>>;

const isLevel = (level: string): level is LevelId => Object.hasOwn(LEVELS, level);

/** What a supplier declared of its DSPT status: level, edition and date of publication. */
export function declaredClaim(values: AnswerValues): DsptClaim {
  const status = values['dspt-status'];
  const published = values['dspt-published-on'];
  return {
    level: status?.kind === 'dspt-status' && isLevel(status.level) ? status.level : null,
    edition:
      status?.kind === 'dspt-status' && status.edition !== null
        ? parseEdition(status.edition)
        : null,
    publishedOn: published?.kind === 'date' ? published.date : null,
  };
}

/** The declared status judged on a day ('yyyy-mm-dd'): of submission, or of decision (the DSPT rules). */
export const judgeDeclared = (values: AnswerValues, on: PlainDate): DsptJudgement =>
  judgeDspt(declaredClaim(values), on);
