import { expect, test } from 'vitest';
import { BASE_CALENDAR } from './calendar';
import { addWorkingDays } from './clock';
import { FORECAST_LEAST, type ForecastFacts, forecastOf, forecastSince } from './forecast';
import type { Turn } from './turns';

/** Ten cases took us each of 2, 4, 6, 8 and 10 working days. */
const closed = new Map([2, 4, 6, 8, 10].map((days) => [days, 10]));
const turn = (type: Turn['type'], day: string): Turn => ({
  type,
  at: new Date(`2026-${day}T10:00:00Z`),
});
/** Submitted so many working days before Monday 23 November 2026. */
const sinceDays = (days: number) => [
  turn('application.submitted', addWorkingDays(BASE_CALENDAR, '2026-11-23', -days).slice(5)),
];
const facts = ({
  spent = 0,
  ...changes
}: Partial<ForecastFacts> & { spent?: number } = {}): ForecastFacts => ({
  ...{ closed, turns: sinceDays(spent), status: 'in_assessment' },
  ...{ now: new Date('2026-11-23T10:00:00Z'), today: '2026-11-23', calendar: BASE_CALENDAR },
  ...changes,
});

test('a decision is likely within the middle of what others took', () => {
  expect(forecastOf(facts())).toEqual({
    ...{ kind: 'window', from: '2026-11-25', to: '2026-12-03' },
    ...{ decided: 50, since: '2026-05-01', spent: 0 },
  });
});

test('those that took no longer than this one has so far tell nothing of what is left', () => {
  // Left are 2 (of 6), 4 (of 8) and 6 (of 10) working days.
  expect(forecastOf(facts({ spent: 4 }))).toMatchObject({
    ...{ kind: 'window', from: '2026-11-25', to: '2026-12-01' },
  });
});

test('while the supplier has it, the days are counted from the answer', () => {
  expect(forecastOf(facts({ status: 'information_requested', spent: 4 }))).toMatchObject({
    ...{ kind: 'after_answer', early: 2, late: 6, spent: 4 },
  });
});

test('what took longer than nearly all is said to, without a day', () => {
  expect(forecastOf(facts({ spent: 10 }))).toMatchObject({ kind: 'longer', decided: 50 });
  const few = new Map([...closed, [30, 4]]);
  expect(forecastOf(facts({ closed: few, spent: 10 }))).toMatchObject({ kind: 'longer' });
  expect(forecastOf(facts({ closed: new Map([...closed, [30, 5]]), spent: 10 }))).toMatchObject({
    kind: 'window',
  });
});

test('too few decided cases tell nothing', () => {
  expect(forecastOf(facts({ closed: new Map([[5, FORECAST_LEAST - 1]]) }))).toBeNull();
  expect(forecastOf(facts({ closed: new Map([[5, FORECAST_LEAST]]) }))).not.toBeNull();
  expect(forecastOf(facts({ closed: new Map() }))).toBeNull();
});

test('the months looked at are six whole ones and the present', () => {
  expect(forecastSince('2026-11-30')).toBe('2026-05-01');
  expect(forecastSince('2027-03-31')).toBe('2026-09-01');
});

const TAKEN_BACK = [
  turn('application.submitted', '11-02'),
  turn('application.taken_back', '11-10'),
];
test.each([
  // 6 working days before it was taken back count as none.
  ['taken back', TAKEN_BACK, 'draft', { kind: 'after_submission', spent: 0, early: 2, late: 8 }],
  [
    'taken back and submitted again',
    [...TAKEN_BACK, turn('application.submitted', '11-19')],
    'submitted',
    { kind: 'window', spent: 2 },
  ],
  [
    'reopened after a review',
    [
      turn('application.submitted', '08-03'),
      turn('decision.confirmed', '10-30'),
      turn('review.upheld', '11-17'),
    ],
    'in_assessment',
    { kind: 'window', spent: 4 },
  ],
  [
    'with its supplier after the second submission',
    [...TAKEN_BACK, turn('application.submitted', '11-16'), turn('request.sent', '11-18')],
    'information_requested',
    { kind: 'after_answer', spent: 2 },
  ],
  ['never submitted', [], 'draft', null],
] as const)('the days of a case that was %s', (_, turns, status, expected) => {
  const found = forecastOf(facts({ turns, status }));
  if (expected === null) expect(found).toBeNull();
  else expect(found).toMatchObject(expected);
});
