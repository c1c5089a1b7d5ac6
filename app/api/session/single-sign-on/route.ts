import type { NextRequest } from 'next/server';
import { go } from '@/app/go';
import { signIn } from '@/lib/auth/auth';
import { oidcProvider } from '@/lib/auth/oidc';
import { returnPath } from '@/lib/domain/return-path';
import { paths } from '@/lib/paths';

/**
 * Sends to the identity provider. A link and not a form: the page's policy lets forms lead nowhere
 * else, and state, nonce and PKCE hold the answer to this browser.
 */
export async function GET(request: NextRequest): Promise<Response> {
  if (!oidcProvider()) go(paths.signIn);
  const back = returnPath(request.nextUrl.searchParams.get('return')) ?? paths.signIn;
  return signIn('oidc', { redirectTo: back });
}
