import { expect, test } from 'vitest';
import { takenBack } from './submissions';

const rows = (...rounds: number[]) =>
  rounds.map((round, index) => ({ round, chainSequence: index * 3 + 1 }));

test.each([
  ['submitted', rows(1), [false]],
  ['draft', rows(1), [true]],
  ['submitted', rows(1, 1), [true, false]],
  ['draft', rows(1, 1), [true, true]],
  ['information_requested', rows(1), [false]],
  ['approved', rows(1, 1, 2, 3), [true, false, false, false]],
  ['withdrawn', rows(1), [false]],
  ['draft', [], []],
] as const)('while %s, of %j', (status, submissions, gone) => {
  expect(takenBack(submissions, status)).toEqual(gone);
});
