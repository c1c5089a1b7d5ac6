import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientOf } from './sign-in-limits';

beforeEach(() => {
  process.env.TRUST_PROXY = '1';
});
afterEach(() => {
  delete process.env.TRUST_PROXY;
});

const clientAt = (forwarded: string) => clientOf(new Headers({ 'x-forwarded-for': forwarded }));

test('a client is what the proxy wrote last, and nobody without a proxy that is trusted', () => {
  expect(clientAt('198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
  expect(clientAt('')).toBeNull();
  process.env.TRUST_PROXY = '0';
  expect(clientAt('203.0.113.7')).toBeNull();
});

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff:a:b:c'],
  ['2001:DB8:0001:2::', '2001:db8:1:2::9'],
  ['2001:db8::1:0:0:9', '2001:db8:0:0:1::7'],
  ['fe80::1%eth0', 'fe80::2'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7107', '203.0.113.7'],
])('%s and %s are one client, which has a whole network to choose from', (one, other) => {
  expect(clientAt(one)).toBe(clientAt(other));
});

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:3::1'],
  ['::1', '1::'],
  ['::ffff:203.0.113.7', '::ffff:203.0.113.8'],
  ['203.0.113.7', '203.0.113.8'],
])('%s and %s are two', (one, other) => {
  expect(clientAt(one)).not.toBe(clientAt(other));
});
