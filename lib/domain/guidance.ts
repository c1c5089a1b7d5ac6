import { CATALOGUE_VERSION, QUESTIONS, questionOf } from './questions/catalogue';
import {
  type CoveragePoint,
  type Question,
  type QuestionId,
  REASONS,
  type ReasonId,
} from './questions/types';

/** The reason that fits whatever no other does: it is offered for every question, and keeps its words. */
export const OTHER_REASON = 'other' satisfies ReasonId;

export type ReasonText = { id: ReasonId; text: string };

/** What managers may word of the section: coverage points, and coded reasons with where each fits. */
export type GuidanceTexts = {
  points: Partial<Record<QuestionId, readonly CoveragePoint[]>>;
  /** Every reason there ever was, also where it is offered no more: what was given stays readable. */
  reasons: readonly ReasonText[];
  offered: Partial<Record<QuestionId, readonly ReasonId[]>>;
};
/** A version of the guidance; an application keeps the one that it was started under. */
export type Guidance = GuidanceTexts & { number: number };

/** The first version: what the questions themselves say. */
export const FIRST_GUIDANCE: Guidance = {
  number: 1,
  points: Object.fromEntries(QUESTIONS.map((each) => [each.id, each.coveragePoints])),
  reasons: Object.entries(REASONS).map(([id, text]) => ({ id: id as ReasonId, text })),
  offered: Object.fromEntries(QUESTIONS.map((each) => [each.id, each.reasons])),
};

/** A version as it is stored; without texts of its own it is the first. */
export const guidanceOf = (number: number, texts: GuidanceTexts | null): Guidance =>
  texts === null ? { ...FIRST_GUIDANCE, number } : { ...texts, number };

/**
 * A question with the coverage points and reasons of a version; a question that came after that
 * version brings its own. Its wording is the same in every version.
 */
export function questionUnder(guidance: Guidance, id: QuestionId): Question {
  const question = questionOf(id);
  const coveragePoints = guidance.points[id] ?? question.coveragePoints;
  const points = coveragePoints.map((point) => point.id);
  return {
    ...question,
    coveragePoints,
    reasons: guidance.offered[id] ?? question.reasons,
    schema: (context) => question.schema({ ...context, points }),
  };
}

/** A reason in the words of a version; an id that it does not know, as it is. */
export const reasonText = ({ reasons }: Pick<Guidance, 'reasons'>, id: string): string =>
  reasons.find((reason) => reason.id === id)?.text ?? id;

/** The reasons that fit a question, in order, each with its words. */
export const reasonsUnder = (guidance: Guidance, id: QuestionId): ReasonText[] =>
  questionUnder(guidance, id).reasons.map((reason) => ({
    id: reason,
    text: reasonText(guidance, reason),
  }));

/** A request's questions with their reasons in words, as the version has them. */
export const inWords = <T extends { reasons: readonly ReasonId[] }>(
  items: readonly T[],
  guidance: Guidance,
) =>
  items.map((item) => ({
    ...item,
    reasons: item.reasons.map((reason) => reasonText(guidance, reason)),
  }));

/** What a declaration names as the wording it answered: that of the questions, and the guidance's number. */
export const wordingOf = (number: number): string =>
  number === 1 ? CATALOGUE_VERSION : `${CATALOGUE_VERSION}.${number}`;

/** The number of the guidance in such a name; those from before there were numbers are of the first. */
export const numberIn = (wording: string): number => Number(/\.(\d+)$/.exec(wording)?.[1] ?? 1);
