import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BASE_CALENDAR } from './calendar';
import { addDays, type PlainDate } from './dates';
import { REMINDER_DAYS, type ReminderFacts, remindersDue, SAMPLE_REMINDER_DAYS } from './reminders';
import { REQUEST_STATUSES } from './request';

// Due on Wednesday 6 January 2027: 7 working days before is Wednesday 23 December, with Christmas,
// its substitute day and New Year between; 2 before is Monday 4 January.
const facts: ReminderFacts = {
  ...{ requestId: 'r1', status: 'open', dueOn: '2027-01-06', setOn: '2026-12-14', sent: [] },
};
const due = (today: PlainDate, more: Partial<ReminderFacts> = {}) =>
  remindersDue(BASE_CALENDAR, { ...facts, ...more }, today, REMINDER_DAYS).map(
    ({ daysBefore }) => daysBefore,
  );

/** Runs on each of these days as the job does, remembering what was sent. */
function run(given: ReminderFacts, from: PlainDate, days: number, runsOn = (_: PlainDate) => true) {
  const sent: string[] = [...given.sent];
  const on: [PlainDate, number][] = [];
  for (let index = 0; index < days; index += 1) {
    const today = addDays(from, index);
    if (!runsOn(today)) continue;
    for (const { key, daysBefore } of remindersDue(
      BASE_CALENDAR,
      { ...given, sent },
      today,
      REMINDER_DAYS,
    )) {
      sent.push(key);
      on.push([today, daysBefore]);
    }
  }
  return { sent, on };
}

describe('reminders', () => {
  test('go out 7 and 2 working days before and on the day, once each', () => {
    expect(run(facts, '2026-12-14', 60).on).toEqual([
      ['2026-12-23', 7],
      ['2027-01-04', 2],
      ['2027-01-06', 0],
    ]);
  });

  test.each([
    ['a day before the first', '2026-12-22', {}, []],
    ['a bank holiday', '2026-12-28', {}, []],
    ['a day that makes up for a missed one', '2026-12-29', {}, [7]],
    ['both missed, the nearer one alone', '2027-01-05', {}, [2]],
    ['the day after it was due', '2027-01-07', {}, []],
    ['answered', '2027-01-04', { status: 'answered' }, []],
    ['cancelled', '2027-01-04', { status: 'cancelled' }, []],
    ['sent too late for the first', '2026-12-24', { setOn: '2026-12-23' }, []],
    ['and still the second', '2027-01-04', { setOn: '2026-12-23' }, [2]],
  ] as const)('%s', (_, today, more, expected) => expect(due(today, more)).toEqual(expected));

  test('a due date that was moved is reminded of anew', () => {
    const { sent } = run(facts, '2026-12-14', 22);
    const moved: ReminderFacts = { ...facts, dueOn: '2027-01-20', setOn: '2027-01-04', sent };
    expect(run(moved, '2027-01-04', 30).on).toEqual([
      ['2027-01-11', 7],
      ['2027-01-18', 2],
      ['2027-01-20', 0],
    ]);
  });

  test('never twice, never after the end, whatever days the job ran on', () => {
    const anyRun = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(anyRun, fc.constantFrom(...REQUEST_STATUSES), (ran, status) => {
        const runsOn = (day: PlainDate) => ran[Number(day.slice(8)) - 1] ?? true;
        const { on, sent } = run({ ...facts, status }, '2026-12-14', 40, runsOn);
        expect(new Set(sent).size).toBe(sent.length);
        expect(on.length).toBeLessThanOrEqual(status === 'open' ? REMINDER_DAYS.length : 0);
        for (const [day] of on) expect(day <= facts.dueOn).toBe(true);
      }),
    );
  });
});

test('a sample is reminded of 2 working days before its due date and on the working day after', () => {
  // Due on Friday 18 December 2026.
  const sample = { ...facts, dueOn: '2026-12-18' } as const;
  const days = (today: PlainDate, more: Partial<ReminderFacts> = {}) =>
    remindersDue(BASE_CALENDAR, { ...sample, ...more }, today, SAMPLE_REMINDER_DAYS).map(
      (one) => one.daysBefore,
    );
  expect(days('2026-12-15')).toEqual([]);
  expect(days('2026-12-16')).toEqual([2]);
  expect(days('2026-12-20')).toEqual([]);
  expect(days('2026-12-21')).toEqual([-1]);
  expect(days('2026-12-21', { status: 'answered' })).toEqual([]);
  expect(days('2026-12-22')).toEqual([]);
});
