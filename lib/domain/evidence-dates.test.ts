import { describe, expect, test } from 'vitest';
import type { PlainDate } from './dates';
import {
  EVIDENCE_DATE_FIELDS,
  evidenceDatesWords,
  readEvidenceDates,
  typedDates,
} from './evidence-dates';

const typed = (from: string, until: string) => {
  const parts = [...from.split(' '), '', ''].slice(0, 3);
  const others = [...until.split(' '), '', ''].slice(0, 3);
  return Object.fromEntries(
    [...parts, ...others].map((text, at) => [EVIDENCE_DATE_FIELDS[at], text]),
  );
};

describe('the dates of a file as typed', () => {
  test.each([
    ['', '', null, null],
    ['24 4 2026', '', '2026-04-24', null],
    ['', '23 April 2027', null, '2027-04-23'],
    ['1 1 2026', '1 1 2026', '2026-01-01', '2026-01-01'],
  ])('%j and %j', (from, until, effectiveFrom, expiresOn) => {
    const dates = { effectiveFrom, expiresOn } as Parameters<typeof typedDates>[0];
    expect(readEvidenceDates(typed(from, until))).toEqual({ ok: true, dates });
    expect(readEvidenceDates(typedDates(dates))).toEqual({ ok: true, dates });
  });

  test.each([
    ['31 2 2026', '', [['effectiveFrom', 'Effective date must be a real date']]],
    ['', '1 13 2026', [['expiresOn-month', 'Expiry date must be a real date']]],
    ['', '1', [['expiresOn-month', 'Expiry date must include a month and year']]],
    ['1 1 26', '', [['effectiveFrom-year', 'Effective date must have a year with 4 numbers']]],
    [
      '2 1 2026',
      '1 1 2026',
      [['expiresOn', 'Expiry date must be the same as or after the effective date']],
    ],
    [
      'x',
      'y',
      [
        ['effectiveFrom-month', 'Effective date must include a month and year'],
        ['expiresOn-month', 'Expiry date must include a month and year'],
      ],
    ],
  ])('%j and %j are refused', (from, until, problems) => {
    const expected = problems.map(([field, message]) => ({ field, message }));
    expect(readEvidenceDates(typed(from, until))).toEqual({ ok: false, problems: expected });
  });
});

test.each<[PlainDate | null, PlainDate | null, PlainDate | null, string | null]>([
  [null, null, '2026-11-23', null],
  ['2026-11-23', null, '2026-11-23', 'Effective from 23 November 2026'],
  ['2026-11-24', null, '2026-11-23', 'Not effective until 24 November 2026'],
  [null, '2026-11-23', '2026-11-23', 'Expires on 23 November 2026'],
  [null, '2026-11-22', '2026-11-23', 'Expired on 22 November 2026'],
  [null, '2026-11-22', null, 'Expires on 22 November 2026'],
  [
    '2026-01-01',
    '2026-11-22',
    '2026-11-23',
    'Effective from 1 January 2026, expired on 22 November 2026',
  ],
])('%s to %s on %s: %s', (effectiveFrom, expiresOn, today, words) => {
  expect(evidenceDatesWords({ effectiveFrom, expiresOn }, today)).toBe(words);
});
