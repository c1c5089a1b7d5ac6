import { expect, type Fault, type Token, test } from '@/e2e/fixtures/staff-portal';
import { SingleSignOnPage } from '@/e2e/pages/single-sign-on-page';

const AWAY =
  'Trust sign-on did not answer as it should. Try again in a few minutes, or sign in with';
const NOT_KNOWN = 'You could not be signed in that way';
const html = { status: 200, body: '<!doctype html><title>Maintenance</title>' };
const broken = { status: 500, body: 'Internal error' };
const FAULTS: Fault[] = (['discovery', 'token'] as const).flatMap((at) =>
  (['hangs up', html, broken] as const).map((what) => ({ at, what })),
);

test('a provider that is away or answers nonsense leads back to the other ways to sign in', async ({
  staffPortal: { provider, staff },
  staffBrowser,
}) => {
  const ann = await staff('Ann Assessor', 'assessor');
  const login = provider.knows(ann.email);
  for (const fault of [...FAULTS, { at: 'token', what: 'is slow' } as const])
    await test.step(JSON.stringify(fault), async () => {
      const door = new SingleSignOnPage(await staffBrowser());
      await door.open();
      provider.wrong.fault = fault;
      await door.begins();
      if (fault.at === 'token') await door.givesName(login);
      await door.isRefused(AWAY);
      provider.wrong.fault = null;
    });
});

const seconds = () => Math.floor(Date.now() / 1000);
const TOKENS: Record<string, [(token: Token) => void, string]> = {
  'of another nonce': [({ claims }) => Object.assign(claims, { nonce: 'another' }), AWAY],
  'without a nonce': [({ claims }) => Object.assign(claims, { nonce: undefined }), AWAY],
  'for another portal': [({ claims }) => Object.assign(claims, { aud: 'another' }), AWAY],
  'of another issuer': [({ claims }) => Object.assign(claims, { iss: 'https://x.example' }), AWAY],
  'that is signed by nobody': [({ header }) => Object.assign(header, { alg: 'none' }), AWAY],
  'that has expired': [
    ({ claims }) => Object.assign(claims, { iat: seconds() - 1200, exp: seconds() - 600 }),
    AWAY,
  ],
  'from a clock ten minutes ahead': [
    ({ claims }) => Object.assign(claims, { iat: seconds() + 600, exp: seconds() + 1200 }),
    NOT_KNOWN,
  ],
};

test('a token that is not right signs nobody in', async ({
  staffPortal: { provider, staff, sql },
  staffBrowser,
}) => {
  const ann = await staff('Ann Assessor', 'assessor');
  const login = provider.knows(ann.email);
  for (const [which, [tamper, words]] of Object.entries(TOKENS))
    await test.step(`a token ${which}`, async () => {
      const door = new SingleSignOnPage(await staffBrowser());
      provider.wrong.tamper = tamper;
      await door.tries(login);
      await door.isRefused(words);
      provider.wrong.tamper = null;
    });
  const [row] = await sql`select count(*)::int as count from sessions
    where person_id = ${ann.actor.personId}`;
  expect(row?.count).toBe(0);
  // The same person with a token as it is.
  const door = new SingleSignOnPage(await staffBrowser());
  provider.wrong.tamper = () => undefined;
  await door.tries(login);
  await door.says('Set up your second factor');
});
