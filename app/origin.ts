import { headers } from 'next/headers';
import { isSecure } from '@/lib/auth/cookies';
import { env } from '@/lib/env';

/** Under which address the portal is reached, for links that people pass on. */
export async function portalOrigin(): Promise<string> {
  const { AUTH_URL } = env();
  if (AUTH_URL) return new URL(AUTH_URL).origin;
  const given = await headers();
  return `${isSecure(given) ? 'https' : 'http'}://${given.get('host') ?? 'localhost'}`;
}
