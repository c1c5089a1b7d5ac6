import { expect, test } from 'vitest';
import { FORECAST_LEAST, type ForecastFacts, forecastOf, forecastSince } from './forecast';

/** Ten cases took us each of 2, 4, 6, 8 and 10 working days. */
const closed = new Map([2, 4, 6, 8, 10].map((days) => [days, 10]));
const facts = (changes: Partial<ForecastFacts> = {}): ForecastFacts => ({
  ...{ closed, spent: 0, ours: true, today: '2026-11-23' },
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
  expect(forecastOf(facts({ ours: false, spent: 4 }))).toMatchObject({
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
