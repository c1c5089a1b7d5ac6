import { expect, it } from 'vitest';
import { remainingMessage } from './remaining-message';

it.each([
  [2000, 0, 'You have 2000 characters remaining'],
  [2000, 1999, 'You have 1 character remaining'],
  [2000, 2000, 'You have 0 characters remaining'],
  [2000, 2001, 'You have 1 character too many'],
  [2000, 2500, 'You have 500 characters too many'],
])('of %i, %i typed: %s', (max, count, message) => {
  expect(remainingMessage(max, count)).toBe(message);
});
