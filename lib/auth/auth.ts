import { headers } from 'next/headers';
import NextAuth, { CredentialsSignin, customFetch, type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { endSessionOfToken } from '@/db/sign-in';
import { requireEnv } from '@/lib/env';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { DAY_SECONDS, deviceOf, SESSION_COOKIE_DAYS } from './cookies';
import { noteFailure } from './failure';
import { oidcSignIn } from './oidc';
import { oidcProvider, patiently } from './provider';
import { currentTokenHash } from './session';
import { type SignInAnswer, signInWithPassword } from './sign-in';
import { clientOf } from './sign-in-limits';

type Refusal = Extract<SignInAnswer, { ok: false }>;

/** What the sign-in action catches; the second door only ever tells that it did not work. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly refusal: Refusal) {
    super();
    this.code = refusal.reason;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const credentials = Credentials({
  credentials: { email: {}, password: {} },
  authorize: async (given, request) => {
    const answer = await signInWithPassword({
      email: text(given.email),
      password: text(given.password),
      client: clientOf(request.headers),
      device: deviceOf(request.headers),
      userAgent: request.headers.get('user-agent') ?? '',
    });
    if (!answer.ok) throw new SignInRefused(answer);
    return { id: answer.token };
  },
});

/** The cookie holds one thing only: the session's random token. */
const config = (): NextAuthConfig => {
  const oidc = oidcProvider();
  return {
    secret: requireEnv('AUTH_SECRET'),
    trustHost: true,
    session: { strategy: 'jwt', maxAge: SESSION_COOKIE_DAYS * DAY_SECONDS },
    pages: { signIn: paths.signIn, signOut: paths.signIn, error: paths.signIn },
    providers: oidc ? [credentials, { ...oidc, [customFetch]: patiently }] : [credentials],
    callbacks: {
      signIn: async (vouched) => {
        if (vouched.account?.provider !== 'oidc') return true;
        const before = await currentTokenHash();
        const answer = await oidcSignIn(vouched, (await headers()).get('user-agent') ?? '');
        // The cookie of the one before is about to go.
        if (answer === true && before) await endSessionOfToken(before, now());
        return answer;
      },
      jwt: ({ token, user }) => ({ sid: user?.id ?? token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      // Where to go on to comes back whole from the cookie that the library keeps it in.
      redirect: ({ url, baseUrl }) => {
        const to = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null;
        return to?.origin === new URL(baseUrl).origin ? to.href : baseUrl;
      },
    },
    logger: {
      error: (error) => {
        if (error instanceof CredentialsSignin) return;
        noteFailure(error);
        process.stderr.write(`sign-in failed: ${error.name}\n`);
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  };
};

export const { handlers, signIn } = NextAuth(config);
