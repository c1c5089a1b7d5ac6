import type { Status } from './application';

export type SubmissionRow = { round: number; chainSequence: number };

/**
 * Which submissions were taken back: those that a later one of the same round replaced, and the
 * last while its application is a draft again. `rows` in the order of the chain; answers likewise.
 */
export const takenBack = (rows: readonly SubmissionRow[], status: Status): boolean[] =>
  rows.map((row, index) => {
    const next = rows[index + 1];
    return next ? next.round === row.round : status === 'draft';
  });
