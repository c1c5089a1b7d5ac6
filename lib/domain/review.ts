import { CERTIFICATE_POINT, certificateOf } from './certificate';
import type { AnswerValue, Question, ReasonId } from './questions/types';
import { type FieldProblem, invalid, ok, type Result } from './result';

/** An assessor's verdict on one question; no row means not reviewed. */
export const VERDICTS = ['sufficient', 'insufficient', 'not_met'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const VERDICT_LABELS = {
  sufficient: { label: 'Sufficient', colour: 'green' },
  insufficient: { label: 'Insufficient information', colour: 'orange' },
  not_met: { label: 'Requirement not met', colour: 'red' },
} as const;

/** How an assessor marks a coverage point. */
export const POINT_MARKS = ['covered', 'not_covered', 'not_applicable'] as const;
export type PointMark = (typeof POINT_MARKS)[number];

export type Review = {
  verdict: Verdict;
  points: Record<string, PointMark>;
  reasons: ReasonId[];
  noteToSupplier: string;
};

/**
 * Checks one review against its question (domain, the questions): insufficient information needs a
 * reason that fits the question and a note to the supplier; a requirement not met needs a note. Any
 * other verdict on an answer with a certificate says whether it relies on it (assured until). With
 * 'sufficient' nothing is told to the supplier, so a note from an earlier verdict is dropped.
 * Problems: `reasons`, `noteToSupplier`, `point-certificate`.
 */
export function checkReview(
  question: Question,
  answer: AnswerValue,
  review: Review,
): Result<Review> {
  const problems: FieldProblem[] = [];
  const reasons = review.reasons.filter((reason) => question.reasons.includes(reason));
  const note = review.noteToSupplier.trim();
  if (review.verdict === 'insufficient' && reasons.length === 0)
    problems.push({ field: 'reasons', message: 'Select at least one reason' });
  if (review.verdict === 'insufficient' && note === '')
    problems.push({ field: 'noteToSupplier', message: 'Tell the supplier what is missing' });
  if (review.verdict === 'not_met' && note === '')
    problems.push({
      field: 'noteToSupplier',
      message: 'Say which requirement is not met, and why',
    });
  const certified = review.verdict !== 'insufficient' && certificateOf(answer) !== null;
  if (certified && review.points[CERTIFICATE_POINT] === undefined)
    problems.push({
      field: `point-${CERTIFICATE_POINT}`,
      message: 'Mark the certificate: covered if this verdict relies on it',
    });
  if (problems.length > 0) return invalid(...problems);
  const known = question.coveragePoints.map((point) => point.id);
  const points = Object.fromEntries(
    Object.entries(review.points).filter(([id]) => known.includes(id)),
  );
  const kept = review.verdict === 'insufficient' ? reasons : [];
  const told = review.verdict === 'sufficient' ? '' : note;
  return ok({ verdict: review.verdict, points, reasons: kept, noteToSupplier: told });
}

/** The coverage points marked not covered, in their own words: the text of an information request. */
export const missingPoints = (question: Question, points: Record<string, PointMark>): string[] =>
  question.coveragePoints
    .filter((point) => points[point.id] === 'not_covered')
    .map((point) => point.text);

/**
 * Names a state of the case: goes up with every change of the application's row (its version) and of
 * this round's reviews (the sum of theirs). What was previewed is what is sent, or a conflict.
 */
export const caseMark = (version: number, reviewVersions: readonly number[]): string =>
  `${version}.${reviewVersions.reduce((sum, each) => sum + each, 0)}`;

/** The note with the points that are not covered added as a list, each once; for the supplier. */
export function noteWithMissing(note: string, missing: readonly string[]): string {
  const lines = missing.map((text) => `- ${text}`).filter((line) => !note.includes(line));
  if (lines.length === 0) return note;
  const opening = note.trim() === '' ? 'Please tell us:' : note.trimEnd();
  return [opening, ...lines].join('\n');
}
