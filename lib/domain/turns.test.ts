import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BASE_CALENDAR } from './calendar';
import { londonDate, workingDaysBetween } from './clock';
import { daysSoFar, holdingsOf, TURN_EVENTS, type Turn } from './turns';

const turn = (type: Turn['type'], day: string): Turn => ({
  type,
  at: new Date(`2026-${day}T10:00:00Z`),
});
const NOW = new Date('2026-11-30T10:00:00Z');

test('nothing counts before the first submission', () => {
  expect(daysSoFar(BASE_CALENDAR, [], NOW)).toBeNull();
  expect(daysSoFar(BASE_CALENDAR, [turn('application.withdrawn', '11-02')], NOW)).toBeNull();
});

test('the days go to whoever had the case, and to nobody once it is decided', () => {
  const turns = [
    turn('application.submitted', '11-02'),
    turn('request.sent', '11-05'),
    turn('application.submitted', '11-11'),
    turn('decision.recommended', '11-13'),
    turn('decision.confirmed', '11-17'),
  ];
  expect(daysSoFar(BASE_CALENDAR, turns, NOW)).toEqual({
    assessor: 3 + 2,
    supplier: 4,
    secondPerson: 2,
  });
});

test('the clock of whoever has the case now goes on', () => {
  const turns = [turn('application.submitted', '11-02'), turn('application.taken_back', '11-26')];
  expect(daysSoFar(BASE_CALENDAR, turns, NOW)).toEqual({
    assessor: 18,
    supplier: 2,
    secondPerson: 0,
  });
  expect(holdingsOf(turns).at(-1)?.to).toBeNull();
});

test('a case opened again after a review is the assessor’s from that day', () => {
  const turns = [
    turn('application.submitted', '11-02'),
    turn('decision.confirmed', '11-04'),
    turn('review.upheld', '11-23'),
  ];
  expect(daysSoFar(BASE_CALENDAR, turns, NOW)).toEqual({
    assessor: 2 + 5,
    supplier: 0,
    secondPerson: 0,
  });
});

describe('whatever happened', () => {
  test('the sides’ days add up to the working days while anybody had it', () => {
    const anything = fc.array(
      fc.record({ type: fc.constantFrom(...TURN_EVENTS), hours: fc.integer({ min: 1, max: 400 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anything, (steps) => {
        let at = Date.parse('2026-01-05T09:00:00Z');
        const turns = steps.map(({ type, hours }) => {
          at += hours * 3_600_000;
          return { type, at: new Date(at) };
        });
        const now = new Date(at + 86_400_000);
        const held = holdingsOf(turns).map(({ from, to }) =>
          workingDaysBetween(BASE_CALENDAR, londonDate(from), londonDate(to ?? now)),
        );
        const days = daysSoFar(BASE_CALENDAR, turns, now);
        const sum = days ? days.supplier + days.assessor + days.secondPerson : 0;
        expect(sum).toBe(held.reduce((total, each) => total + each, 0));
      }),
    );
  });
});
