import { describe, expect, it } from 'vitest';
import {
  APPLICATIONS,
  mostSentence,
  peakSentence,
  sayValue,
  shortValue,
  tickText,
  trendSentence,
  WORKING_DAYS,
} from './words';

const trend = (now: number | null, before: number | null) =>
  trendSentence({
    ...{ measure: 'median', of: 'to first response', unit: WORKING_DAYS, now, before },
    beforeName: 'October',
  });

describe('values in words', () => {
  it('count one and many, and never call what is not known nothing', () => {
    expect([1, 1.04, 0, 1200, 7.25, null].map((value) => sayValue(value, WORKING_DAYS))).toEqual([
      ...['1 working day', '1 working day', '0 working days', '1,200 working days'],
      ...['7.3 working days', 'not known'],
    ]);
    expect([45, null].map((value) => shortValue(value, 'percent'))).toEqual(['45%', 'Not known']);
    expect(sayValue(45, 'percent')).toBe('45%');
  });
});

it('an axis counts in millions from a million on', () => {
  const ticks = [0, 500_000, 1_000_000, 1_500_000].map((each) => tickText(each, APPLICATIONS));
  expect(ticks).toEqual(['0', '500,000', '1m', '1.5m']);
  expect(tickText(50, 'percent')).toBe('50%');
});

describe('trendSentence', () => {
  it.each([
    [7, 5, 'Median 7 working days to first response, up from 5 in October.'],
    [1, 5, 'Median 1 working day to first response, down from 5 in October.'],
    // As they are written they are one number.
    [7.04, 7, 'Median 7 working days to first response, the same as in October.'],
    [7, null, 'Median 7 working days to first response.'],
    [null, 5, 'Median to first response: not known for this period.'],
  ])('%s after %s', (now, before, sentence) => {
    expect(trend(now, before)).toBe(sentence);
  });

  it('begins with the number where it measures nothing', () => {
    const share = {
      measure: '',
      of: 'approved first time',
      unit: 'percent',
      beforeName: 'May',
    } as const;
    expect(trendSentence({ ...share, now: 60, before: 75 })).toBe(
      '60% approved first time, down from 75% in May.',
    );
  });
});

describe('mostSentence', () => {
  const say = (...values: number[]) =>
    mostSentence(
      values.map((value, index) => ({ label: `Reason ${index + 1}`, value })),
      40,
      APPLICATIONS,
      'No reason was given.',
    );

  it('names the largest with its share', () => {
    expect(say(3, 12)).toBe('Most: Reason 2, 12 of 40 applications (30%).');
  });

  it('says who is level', () => {
    expect(say(12, 12, 3)).toBe(
      'Most, level: Reason 1 and Reason 2, 12 of 40 applications each (30%).',
    );
    expect(say(12, 12, 12, 12)).toContain('Reason 1, Reason 2 and 2 more,');
  });

  it('says that there is none', () => {
    expect([say(), say(0, 0)]).toEqual(['No reason was given.', 'No reason was given.']);
  });
});

describe('peakSentence', () => {
  const say = (...values: (number | null)[]) =>
    peakSentence(
      values.map((value, index) => ({ label: `May 202${index}`, value })),
      { one: 'approval', many: 'approvals' },
      'Nothing lapses.',
    );

  it('says the total and the highest, all of them where they are level', () => {
    expect(say(2, null, 5, 4)).toBe('11 approvals in all, most in May 2022: 5.');
    expect(say(2, null, 5, 5)).toBe('12 approvals in all, most in May 2022 and May 2023: 5 each.');
    expect(say(1, 1, 1)).toBe('3 approvals in all, most in May 2020 and 2 more: 1 each.');
    expect(say(1)).toBe('1 approval in all, most in May 2020: 1.');
    expect([say(), say(0, null)]).toEqual(['Nothing lapses.', 'Nothing lapses.']);
  });

  it('names a week as a sentence does', () => {
    const week = [{ label: 'Week of 5 October 2026', value: 2 }];
    const unit = { one: 'case', many: 'cases' };
    expect(peakSentence(week, unit, '')).toBe(
      '2 cases in all, most in the week of 5 October 2026: 2.',
    );
  });
});
