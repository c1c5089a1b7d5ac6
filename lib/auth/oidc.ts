import type { Account, NextAuthConfig, Profile, User } from 'next-auth';
import { env } from '@/lib/env';
import { signInWithIdentity } from './sign-in';

type Provider = NextAuthConfig['providers'][number];

/** The one identity provider that configuration may name; null without one. */
export function oidcProvider(): Provider | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    id: 'oidc',
    name: OIDC_NAME,
    type: 'oidc',
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    authorization: { params: { scope: 'openid email profile' } },
    checks: ['pkce', 'state', 'nonce'],
  };
}

/** Other letters may fold into these, so that another's address could pass for one of ours. */
const PLAIN = /^[\x21-\x7e]+$/;

/** Whom the provider vouches for; an address that it did not verify counts for nothing. */
function identityOf(profile: Profile | undefined, subject: string, issuer: string) {
  const email = profile?.email_verified === true ? profile.email : null;
  const verifiedEmail = typeof email === 'string' && PLAIN.test(email) ? email : null;
  return { issuer, subject, verifiedEmail };
}

type Vouched = { user: User; account?: Account | null | undefined; profile?: Profile | undefined };

/**
 * Lets in whom the portal knows already, and hands the new session's token on as the user's id.
 * It creates nobody and raises nobody: roles are the portal's own.
 */
export async function oidcSignIn(
  { user, account, profile }: Vouched,
  userAgent: string,
): Promise<boolean | string> {
  if (account?.provider !== 'oidc') return true;
  const issuer = env().OIDC_ISSUER;
  if (!issuer) return false;
  const identity = identityOf(profile, account.providerAccountId, issuer);
  const answer = await signInWithIdentity(identity, userAgent);
  if (!answer.ok) return '/sign-in?error=Unknown';
  user.id = answer.token;
  return true;
}
