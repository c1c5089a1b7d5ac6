import { describe, expect, test } from 'vitest';
import type { PlainDate } from './dates';
import { firstAct, lapseSentence, needsManager } from './first-look';
import type { LapseCount } from './lapses';

describe('what to do first about an open application', () => {
  test.each([
    ['recommended', true, 3, 'confirm', true],
    ['recommended', false, null, 'confirm', true],
    ['submitted', false, 9, 'assign', true],
    ['in_assessment', false, -4, 'assign', true],
    ['in_assessment', true, -1, 'reassign', true],
    ['in_assessment', true, 0, 'open', true],
    ['in_assessment', true, 2, 'open', true],
    ['in_assessment', true, 3, 'open', false],
    ['in_assessment', true, null, 'open', false],
    ['information_requested', true, -2, 'open', true],
    ['information_requested', false, 7, 'open', false],
  ] as const)(
    '%s, assigned %s, %s working days left: %s, today %s',
    (status, assigned, workingDaysLeft, act, today) => {
      const one = { status, assigned, workingDaysLeft };
      expect(firstAct(one)).toBe(act);
      expect(needsManager(one)).toBe(today);
    },
  );
});

describe('what lapses, shortly', () => {
  const today = '2026-11-23' as PlainDate;
  const count = (until: string, approvals: number): LapseCount => ({
    ...{ until: until as PlainDate, cause: 'dspt_edition', approvals },
  });
  test.each<[LapseCount[], string]>([
    [[], 'No approval is in force yet.'],
    [[count('2026-11-22', 1)], '1 approval is past its last day. None ends in the next 18 months.'],
    [[count('2026-11-23', 1)], 'No approval is past its last day. Next, 1 ends in November 2026.'],
    [
      [count('2026-10-01', 2), count('2026-12-04', 2), count('2027-06-30', 13)],
      '2 approvals are past their last day. Next, 2 end in December 2026; most, 13, in June 2027.',
    ],
    [
      [count('2026-12-04', 2), count('2027-06-30', 2)],
      'No approval is past its last day. Next, 2 end in December 2026.',
    ],
    [
      [count('2029-06-30', 5)],
      'No approval is past its last day. None ends in the next 18 months.',
    ],
  ])('%j', (counts, sentence) => {
    expect(lapseSentence(counts, today)).toBe(sentence);
  });
});
