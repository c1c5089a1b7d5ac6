import { expect, test } from 'vitest';
import type { Pace } from './assessor-pace';
import type { PlainDate } from './dates';
import { lapseTable } from './lapse-table';
import { type LapseCount, lapseMonths, lapseSpan, lapseTotals } from './lapses';

const TODAY: PlainDate = '2026-11-23';
const PACE: Pace = {
  ...{ since: '2026-08-24', decided: 30, assessors: 2, workingDays: 65, hoursEach: 10 },
};
const one = (until: PlainDate, cause: LapseCount['cause'], approvals = 1): LapseCount => ({
  ...{ until, cause, approvals },
});

// What 'the assessor hours it will cost' means: a case for whatever is applied for again, none for what
// the register extends, whether its last day is past or ahead.
test.each([
  ['an edition that ends', one('2027-06-30', 'dspt_edition', 40), { lapsed: 0, ahead: 0 }],
  ['an anniversary ahead', one('2027-02-10', 'agreement_anniversary', 2), { lapsed: 0, ahead: 2 }],
  ['a certificate that expires', one('2027-02-10', 'certificate', 3), { lapsed: 0, ahead: 3 }],
  ['an edition that ended', one('2026-06-30', 'dspt_edition', 4), { lapsed: 0, ahead: 0 }],
  ['an anniversary past', one('2026-11-22', 'agreement_anniversary', 5), { lapsed: 5, ahead: 0 }],
  ['a certificate that expired', one('2026-01-02', 'certificate', 6), { lapsed: 6, ahead: 0 }],
  ['no status, whatever its day', one('2027-02-10', null, 7), { lapsed: 7, ahead: 0 }],
  ['what ends today', one(TODAY, 'certificate'), { lapsed: 0, ahead: 1 }],
  ['what ends later than is looked', one('2028-05-01', 'certificate'), { lapsed: 0, ahead: 0 }],
] as const)('%s brings cases', (_, count, cases) => {
  expect(lapseTotals([count], TODAY).cases).toEqual(cases);
  const months = lapseMonths([count], TODAY).reduce((all, month) => all + month.cases, 0);
  expect(months).toBe(cases.ahead);
});

test('the table counts what is past first, then each month, and its hours by the cases', () => {
  const counts = [
    one('2026-06-30', 'dspt_edition', 4),
    one('2026-11-22', 'certificate', 2),
    one('2026-11-01', null, 3),
    one('2027-06-30', 'dspt_edition', 40),
    one('2027-06-30', 'agreement_anniversary'),
  ];
  const { columns, rows } = lapseTable(counts, TODAY, PACE);
  expect(columns.slice(-2)).toEqual(['Cases for an assessor', 'Assessor hours']);
  expect(rows).toHaveLength(19);
  expect(rows[0]).toEqual(['Past the last day', 9, 4, 0, 2, 3, 5, 50]);
  expect(rows[1]).toEqual(['2026-11', 0, 0, 0, 0, 0, 0, 0]);
  expect(rows[8]).toEqual(['2027-06', 41, 40, 1, 0, 0, 1, 10]);
  expect(lapseTable(counts, TODAY, { ...PACE, hoursEach: null }).rows[0]?.at(-1)).toBeNull();
});

test('of the month that it is those from today on are listed, as they are counted', () => {
  expect(lapseSpan({ month: '2026-11-01' }, TODAY)).toEqual({ from: TODAY, to: '2026-11-30' });
  expect(lapseSpan({ month: '2026-12-01' }, TODAY)).toEqual({
    ...{ from: '2026-12-01', to: '2026-12-31' },
  });
});
