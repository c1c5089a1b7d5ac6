import { expect, test } from 'vitest';
import { readClaims } from './claims';

const at = new Date('2026-11-23T10:00:00Z');
const seconds = at.getTime() / 1000;
const tenant = '11111111-2222-3333-4444-555555555555';
const expected = { issuer: 'https://id.example', clientId: 'portal', tenant: null };
const claims = {
  ...{ iss: 'https://id.example', aud: 'portal', sub: 's1', iat: seconds, exp: seconds + 300 },
  ...{ email: 'ann@test.example', email_verified: true },
};
const ofEntra = { ...claims, tid: tenant, oid: 'o1' };
const whyNot = (changes: object, pinned = false) => {
  const read = readClaims(
    { ...ofEntra, ...changes },
    pinned ? { ...expected, tenant } : expected,
    at,
  );
  return read.ok ? null : read.why;
};

test('the subject is `sub`, and with a pinned tenant its `oid`', () => {
  expect(readClaims(claims, expected, at)).toEqual({
    ok: true,
    authenticatedAt: null,
    identity: {
      ...{ issuer: 'https://id.example', tenant: null, subject: 's1' },
      ...{ email: 'ann@test.example', verified: true },
    },
  });
  expect(readClaims(ofEntra, { ...expected, tenant }, at)).toMatchObject({
    identity: { tenant, subject: 'o1' },
  });
});

test.each([
  [{ iss: 'https://other.example' }, 'issuer'],
  [{ aud: 'another' }, 'audience'],
  [{ aud: ['portal', 'another'] }, 'audience'],
  [{ aud: ['portal', 'another'], azp: 'another' }, 'audience'],
  [{ aud: ['portal', 'another'], azp: 'portal' }, null],
  [{ iat: seconds + 600, exp: seconds + 900 }, 'clock'],
  [{ iat: seconds + 60 }, null],
  [{ iat: seconds - 1200, exp: seconds - 600 }, 'clock'],
  [{ iat: undefined }, 'clock'],
  [{ exp: '9999999999' }, 'clock'],
  [{ sub: '' }, 'subject'],
  [{ sub: 7 }, 'subject'],
  [{ sub: 's'.repeat(256) }, 'subject'],
])('of a token with %j: %s', (changes, why) => {
  expect(whyNot(changes)).toBe(why);
});

test.each([
  [{ tid: 'another' }, 'tenant'],
  [{ tid: undefined }, 'tenant'],
  [{ tid: [tenant] }, 'tenant'],
  [{ oid: undefined }, 'subject'],
])('of a token with %j where a tenant is pinned: %s', (changes, why) => {
  expect(whyNot(changes, true)).toBe(why);
});

test.each([
  [{ email_verified: false }, false],
  [{ email_verified: 'true' }, false],
  [{ email_verified: undefined, xms_edov: true }, true],
  [{ email_verified: undefined, xms_edov: '1' }, true],
  [{ email_verified: undefined, xms_edov: false }, false],
])('an address with %j is verified by a pinned tenant: %s', (changes, verified) => {
  const given = { ...ofEntra, ...changes };
  expect(readClaims(given, { ...expected, tenant }, at)).toMatchObject({ identity: { verified } });
  const own = changes.email_verified === true;
  expect(readClaims(given, expected, at)).toMatchObject({ identity: { verified: own } });
});

test('when the provider last asked who they are is read, and a strange address is none', () => {
  expect(readClaims({ ...claims, auth_time: seconds - 60 }, expected, at)).toMatchObject({
    authenticatedAt: new Date('2026-11-23T09:59:00Z'),
  });
  for (const email of ['b\u0130anca@test.example', 'a b@test.example', '', 5])
    expect(readClaims({ ...claims, email }, expected, at)).toMatchObject({
      identity: { email: null },
    });
});
