import { describe, expect, test } from 'vitest';
import { EnvError, parseEnv, requireEnv } from './env';

test('defaults hold where nothing is set, and an empty value counts as unset', () => {
  const env = parseEnv({ PORT: '', DEMO: ' ' });
  expect(env.PORT).toBe(3000);
  expect(env.HOST).toBe('127.0.0.1');
  expect(env.DEMO).toBe(false);
  expect(env.DATABASE_URL).toBeUndefined();
  expect(env.SESSION_IDLE_MINUTES).toBe(30);
  expect(env.SESSION_ABSOLUTE_HOURS).toBe(12);
});

test.each([
  ['PORT', '70000', 'PORT must be at most 65535'],
  ['PORT', '30x', 'PORT must be a whole number'],
  ['DATABASE_URL', 'mysql://host/portal', 'DATABASE_URL must begin with postgres://'],
  ['AUTH_SECRET', 'short', 'AUTH_SECRET must have at least 32 characters'],
  ['DEMO', 'perhaps', 'DEMO must be 1 or 0'],
  ['ISMS_GUIDANCE_URL', 'javascript:alert(1)', 'ISMS_GUIDANCE_URL must be an http'],
  ['HELP_EMAIL', 'nobody', 'HELP_EMAIL must be an email address'],
  ['SMTP_URL', 'https://mail.example', 'SMTP_URL must begin with smtp://'],
  ['SMTP_URL', 'smtp://', 'SMTP_URL must begin with smtp://'],
  ['SMTP_URL', 'smtp://mail.example:port', 'SMTP_URL must be an address'],
  ['SMTP_URL', 'smtp://mail.example', 'MAIL_FROM is not set, but SMTP_URL is. Set it to'],
  ['MAIL_FROM', 'Portal', 'MAIL_FROM must be an email address'],
  ['MAIL_FROM', 'Portal <a@b.example>, <c@d.example>', 'MAIL_FROM must be an email address'],
  ['MAIL_FROM', 'Portal\r\nBcc: x <a@b.example>', 'MAIL_FROM must be an email address'],
  ['EVIDENCE_BUCKET', 's3://evidence', 'EVIDENCE_BUCKET must be the name of a bucket'],
  ['EVIDENCE_S3_PREFIX', '/portal', 'EVIDENCE_S3_PREFIX must be empty or end in a slash'],
  ['EVIDENCE_S3_PREFIX', 'portal', 'EVIDENCE_S3_PREFIX must be empty or end in a slash'],
  ['ODS_API_URL', 'http://ods.example/fhir', 'ODS_API_URL must be an https address'],
  ['ODS_API_URL', 'http://localhost.ods.example', 'ODS_API_URL must be an https address'],
  ['ODS_API_URL', 'https://ods.example/fhir', 'ODS_API_KEY is not set, but ODS_API_URL is. Set it'],
  ['ODS_API_KEY', 'a-key', 'ODS_API_URL is not set, but ODS_API_KEY is. Set it'],
  ['ODS_API_KEY', 'a key', 'ODS_API_KEY must be one word of plain characters'],
  ['CLAMD_PORT', '0', 'CLAMD_PORT must be at least 1'],
])('%s=%s is refused plainly', (name, value, message) => {
  expect(() => parseEnv({ [name]: value })).toThrow(message);
});

test.each([
  ['portal@example.com', { name: '', address: 'portal@example.com' }],
  ['The Portal <portal@example.com>', { name: 'The Portal', address: 'portal@example.com' }],
  ['"Portal, NHS" <portal@example.com>', { name: 'Portal, NHS', address: 'portal@example.com' }],
])('the sender %s is read', (text, sender) => {
  expect(parseEnv({ MAIL_FROM: text }).MAIL_FROM).toEqual(sender);
});

test('a message never repeats the value, which may be a secret', () => {
  try {
    parseEnv({ AUTH_SECRET: 'hunter2', DATABASE_URL: 'hunter2' });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    expect(String(error)).not.toContain('hunter2');
    expect(String(error)).toContain('AUTH_SECRET');
    expect(String(error)).toContain('DATABASE_URL');
  }
});

test('a change of the environment is seen, and a missing variable is named', () => {
  const before = process.env.AUTH_SECRET;
  delete process.env.AUTH_SECRET;
  expect(() => requireEnv('AUTH_SECRET')).toThrow('AUTH_SECRET is not set. Set it to');
  process.env.AUTH_SECRET = 'x'.repeat(40);
  expect(requireEnv('AUTH_SECRET')).toBe('x'.repeat(40));
  if (before === undefined) delete process.env.AUTH_SECRET;
  else process.env.AUTH_SECRET = before;
});

describe('the identity provider', () => {
  const tenant = '11111111-2222-3333-4444-555555555555';
  const entra = `https://login.microsoftonline.com/${tenant}/v2.0`;
  test.each([
    [{ OIDC_ISSUER: 'https://id.example' }, null],
    [{ OIDC_ISSUER: 'http://localhost:4000' }, null],
    [{ OIDC_ISSUER: 'http://id.example' }, /must be an https address/],
    [{ OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }, /one tenant/],
    [{ OIDC_ISSUER: 'https://login.microsoftonline.com/organizations/v2.0' }, /one tenant/],
    [{ OIDC_ISSUER: 'https://login.microsoftonline.com/Common' }, /one tenant/],
    [{ OIDC_ISSUER: entra }, /OIDC_TENANT is not set/],
    [{ OIDC_ISSUER: entra, OIDC_TENANT: tenant }, null],
    [{ OIDC_ISSUER: entra, OIDC_TENANT: tenant.replace('1', '9') }, /not the issuer of the tenant/],
    [{ OIDC_ISSUER: entra, OIDC_TENANT: '1 2' }, /one tenant ID/],
  ])('as %j is taken, or refused with %s', (given, refusal) => {
    if (refusal) expect(() => parseEnv(given)).toThrow(refusal);
    else expect(parseEnv(given)).toMatchObject(given);
  });
});
