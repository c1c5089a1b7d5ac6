import type { Profile } from 'next-auth';
import type { OIDCConfig } from 'next-auth/providers';
import { env } from '@/lib/env';

/** Longer nobody waits for a provider, who stands before a blank page meanwhile. */
const PATIENCE = 8_000;

/** How the provider is asked. */
export const patiently: typeof fetch = (address, options) =>
  fetch(address, { ...options, signal: AbortSignal.timeout(PATIENCE) });

/** The one identity provider that configuration may name; null without one. */
export function oidcProvider(): OIDCConfig<Profile> | null {
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
    profile: ({ sub }) => ({ id: sub ?? '' }),
  };
}
