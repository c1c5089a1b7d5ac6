import { expect, test } from 'vitest';
import { isSignInSized } from './post-size';

test.each([
  ['10000', true],
  ['0', true],
  ['10001', false],
  ['20000000', false],
  ['', false],
  ['-1', false],
  ['1e3', false],
])('a post of %s bytes may be read: %s', (length, fits) => {
  expect(isSignInSized(new Headers({ 'content-length': length }))).toBe(fits);
});

test('a post that does not say its length is not read', () => {
  expect(isSignInSized(new Headers())).toBe(false);
});
