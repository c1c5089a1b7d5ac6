import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { BASE_CALENDAR } from './calendar';
import { addWorkingDays, workingDaysBetween } from './clock';
import { addDays, type PlainDate } from './dates';
import { QUEUE_DUE_IDS, type QueueDue } from './queue';
import { dueDays } from './queue-due';

const holds = (due: QueueDue, today: PlainDate, dueOn: PlainDate): boolean => {
  const { from, before } = dueDays(BASE_CALENDAR, due, today);
  return (from === null || from <= dueOn) && (before === null || dueOn < before);
};

test.each([
  // A Friday before a weekend, and the last working day before Christmas.
  ['2026-11-20', '2026-11-24', '2026-11-25'],
  ['2026-12-24', '2026-12-30', '2026-12-31'],
  // A Saturday: Monday and Tuesday are the next two.
  ['2026-11-21', '2026-11-24', '2026-11-25'],
] as const)('on %s %s is within 2 working days, %s is not', (today, last, next) => {
  expect([last, next].map((day) => holds('soon', today, day))).toEqual([true, false]);
  expect(holds('soon', today, today)).toBe(true);
  for (const due of ['late', 'supplier_late'] as const) {
    expect(holds(due, today, addDays(today, -1))).toBe(true);
    expect(holds(due, today, today)).toBe(false);
  }
});

it('agrees with the days left that a row tells, on every working day', () => {
  const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2024-01-01', days));
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -15, max: 15 }), (today, n) => {
      const dueOn = addWorkingDays(BASE_CALENDAR, today, n === 0 ? 1 : n);
      const left = workingDaysBetween(BASE_CALENDAR, today, dueOn);
      const [late, soon, later] = [left < 0, left >= 0 && left <= 2, left > 2];
      const told: Record<QueueDue, boolean> = {
        ...{ late, soon, supplier_late: late, assessor_late: late, assessor_soon: soon },
        assessor: true,
        ...{ assessor_older: later, assessor_newer: later },
      };
      for (const due of QUEUE_DUE_IDS) expect(holds(due, today, dueOn)).toBe(told[due]);
    }),
  );
});
