import { expect, it } from 'vitest';
import { secondsUntil, timeLeft } from './time-left';

it.each([
  [300, '5 minutes'],
  [241, '5 minutes'],
  [240, '4 minutes'],
  [61, '2 minutes'],
  [60, '1 minute'],
  [40, '40 seconds'],
  [20, '20 seconds'],
  [1, '20 seconds'],
])('%i seconds are said as %s', (seconds, words) => {
  expect(timeLeft(seconds)).toBe(words);
});

it('counts whole seconds up to an instant, and never below none', () => {
  expect(secondsUntil(10_001, 0)).toBe(11);
  expect(secondsUntil(0, 5000)).toBe(0);
});
