import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { assessorPace, hoursFor, paceSince } from './assessor-pace';
import { ASSURANCE_CAUSES } from './assurance';
import { BASE_CALENDAR } from './calendar';
import { addDays, type PlainDate } from './dates';
import { lapseQuery, readLapseView } from './lapse-view';
import {
  cliffs,
  type LapseCount,
  lapseMonths,
  lapseTotals,
  readLapseCursor,
  writeLapseCursor,
} from './lapses';

const TODAY: PlainDate = '2026-11-23';
const count = (
  until: PlainDate,
  approvals: number,
  cause: LapseCount['cause'] = 'dspt_edition',
): LapseCount => ({ until, cause, approvals });

describe('the months ahead', () => {
  const counts = [
    count('2026-11-22', 3, 'certificate'),
    count('2026-11-23', 1, 'agreement_anniversary'),
    count('2027-02-10', 2, 'agreement_anniversary'),
    count('2027-06-30', 40),
    count('2027-06-30', 1, 'certificate'),
    count('2028-04-30', 1, 'certificate'),
    count('2028-06-30', 5),
    count('2026-11-30', 2, null),
  ];

  it('are eighteen, each with those that have their last day in it from today on', () => {
    const months = lapseMonths(counts, TODAY);
    expect(months).toHaveLength(18);
    expect(months[0]).toMatchObject({ startsOn: '2026-11-01', approvals: 1, cases: 1 });
    expect(months.at(-1)).toMatchObject({ startsOn: '2028-04-01', approvals: 1 });
    expect(months[7]).toEqual({
      ...{ startsOn: '2027-06-01', approvals: 41, cases: 1 },
      of: { dspt_edition: 40, agreement_anniversary: 0, certificate: 1 },
    });
  });

  it('leave out what lapsed, what nothing assures and what ends later, which are counted apart', () => {
    expect(lapseTotals(counts, TODAY)).toEqual({
      ...{ lapsed: 5, ahead: 45, later: 5, all: 55 },
      cases: { lapsed: 5, ahead: 5 },
    });
  });

  it('hold the cliff: all whom one edition’s end takes, of those that stand until then', () => {
    expect(cliffs(counts, TODAY)).toEqual([{ until: '2027-06-30', ending: 40, standing: 47 }]);
    expect(cliffs(counts, '2027-07-01')).toEqual([{ until: '2028-06-30', ending: 5, standing: 5 }]);
    expect(cliffs([], TODAY)).toEqual([]);
  });

  it('and what is apart are all there are', () => {
    const any = fc.record({
      until: fc.integer({ min: -900, max: 1500 }).map((days) => addDays(TODAY, days)),
      cause: fc.option(fc.constantFrom(...ASSURANCE_CAUSES)),
      approvals: fc.nat(100),
    });
    fc.assert(
      fc.property(fc.array(any), (all) => {
        const totals = lapseTotals(all, TODAY);
        expect(totals.later).toBeGreaterThanOrEqual(0);
        expect(totals.lapsed + totals.ahead + totals.later).toBe(
          all.reduce((sum, { approvals }) => sum + approvals, 0),
        );
      }),
    );
  });
});

describe('the pace', () => {
  it('is the working hours of those who decided, by what they decided', () => {
    // Thirteen weeks from 24 August and Monday 23 November, less the bank holiday of 31 August.
    expect(paceSince(TODAY)).toBe('2026-08-24');
    const pace = assessorPace(BASE_CALENDAR, { decided: 30, assessors: 2 }, TODAY);
    expect(pace).toMatchObject({ workingDays: 65, hoursEach: (2 * 65 * 7.5) / 30 });
    expect(hoursFor(pace, 4)).toBe(130);
    expect(hoursFor(pace, 0)).toBe(0);
  });

  it('is not said of fewer than ten cases', () => {
    const pace = assessorPace(BASE_CALENDAR, { decided: 9, assessors: 2 }, TODAY);
    expect([pace.hoursEach, hoursFor(pace, 4)]).toEqual([null, null]);
    expect(
      assessorPace(BASE_CALENDAR, { decided: 10, assessors: 2 }, TODAY).hoursEach,
    ).not.toBeNull();
  });
});

describe('an address', () => {
  const read = (query: string) => readLapseView(Object.fromEntries(new URLSearchParams(query)));
  it.each([
    ['', 'next', 40],
    ['show=lapsed&number=5', 'lapsed', 5],
    ['show=2027-06&number=40', { month: '2027-06-01' }, 40],
  ])('?%s is read, and said again', (query, which, most) => {
    const view = read(query);
    expect(view).toMatchObject({ which, most, problems: [] });
    expect(readLapseView(Object.fromEntries(new URLSearchParams(lapseQuery(view))))).toMatchObject({
      ...{ which, most },
    });
  });

  it.each([
    ['show=2026-13', '‘2026-13’ is not a month that can be shown'],
    ['show=soon', '‘soon’ is not a month that can be shown'],
    ['number=0', 'Enter a number from 1 to 40'],
    ['number=41', 'Enter a number from 1 to 40'],
    ['number=many', 'Enter a number from 1 to 40'],
  ])('?%s is answered in words, and the usual is shown', (query, message) => {
    const view = read(query);
    expect(view.problems.map((problem) => problem.message)).toEqual([message]);
    expect(view).toMatchObject({ which: 'next', most: 40 });
  });

  test('its cursor is read as it was written, and nothing that somebody changed', () => {
    const cursor = { until: TODAY, id: '11111111-1111-4111-8111-111111111111' };
    expect(readLapseCursor(writeLapseCursor(cursor))).toEqual(cursor);
    for (const text of ['', '2026-13-01_x', `2026-13-01_${cursor.id}`, '2026-11-23_1'])
      expect(readLapseCursor(text)).toBeNull();
  });
});
