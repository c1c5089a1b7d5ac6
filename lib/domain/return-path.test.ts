import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnPath } from './return-path';

test.each([
  ['/apply', '/apply'],
  ['/assess?tab=mine&after=x', '/assess?tab=mine&after=x'],
  ['/apply/DSI-7K3M-9Q2T/isms#details', '/apply/DSI-7K3M-9Q2T/isms'],
  ['/a/../manage', '/manage'],
])('%s is a place to come back to', (text, path) => expect(returnPath(text)).toBe(path));

test.each([
  '',
  null,
  undefined,
  'apply',
  'https://evil.example/apply',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/a/..//evil.example',
  '/.//evil.example',
  '\\/evil.example',
  'javascript:alert(1)',
  '/sign-in',
  '/sign-in?return=/x',
  '/api/auth/signout',
  '/set-password/x',
  `/${'x'.repeat(2000)}`,
])('%j is not', (text) => expect(returnPath(text)).toBeNull());

test('whatever is given, a browser stays here', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((end) => `/${end}`),
      ),
      (text) => {
        const path = returnPath(text);
        if (path !== null) expect(new URL(path, 'https://here.example').host).toBe('here.example');
      },
    ),
  );
});
