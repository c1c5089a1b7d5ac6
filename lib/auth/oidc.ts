import type { Account, Profile, User } from 'next-auth';
import { env } from '@/lib/env';
import { now } from '@/lib/ports/clock';
import { readClaims } from './claims';
import { signInWithIdentity } from './sign-in';

type Vouched = { user: User; account?: Account | null | undefined; profile?: Profile | undefined };

/** What a server's log says of a refusal, without a word about the person. */
const note = (why: string) => process.stderr.write(`single sign-on refused: ${why}\n`);

/**
 * Lets in whom the portal knows already, and hands the new session's token on as the user's id.
 * It creates nobody and raises nobody: roles are the portal's own.
 */
export async function oidcSignIn(
  { user, account, profile }: Vouched,
  userAgent: string,
): Promise<boolean | string> {
  if (account?.provider !== 'oidc') return true;
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_TENANT: tenant = null } = env();
  if (!issuer || !clientId) return false;
  const read = readClaims(profile ?? {}, { issuer, clientId, tenant }, now());
  if (!read.ok) {
    note(read.why);
    return '/sign-in?sso=unknown';
  }
  const { identity, authenticatedAt } = read;
  const answer = await signInWithIdentity(identity, { userAgent, authenticatedAt });
  if (!answer.ok) return '/sign-in?sso=unknown';
  user.id = answer.token;
  return true;
}
