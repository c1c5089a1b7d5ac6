import { type NextRequest, NextResponse } from 'next/server';
import { go } from '@/app/go';
import { singleSignOnTrouble } from '@/app/sign-in/problems';
import { signIn } from '@/lib/auth/auth';
import { withFailure } from '@/lib/auth/failure';
import { oidcProvider } from '@/lib/auth/provider';
import { returnPath } from '@/lib/domain/return-path';
import { paths } from '@/lib/paths';

/** Has the provider ask who they are although it knows: what it tells of before proves nothing now. */
const ASK_AGAIN = { prompt: 'login', max_age: '0' };

/**
 * Sends to the identity provider. A link and not a form: the page's policy lets forms lead nowhere
 * else, and state, nonce and PKCE hold the answer to this browser.
 */
export async function GET(request: NextRequest): Promise<Response> {
  if (!oidcProvider()) go(paths.signIn);
  const search = request.nextUrl.searchParams;
  const back = returnPath(search.get('return'));
  const options = { redirectTo: back ?? paths.signIn, redirect: false } as const;
  const { answer, failure } = await withFailure(() =>
    signIn('oidc', options, search.get('again') ? ASK_AGAIN : {}),
  );
  if (failure) go(singleSignOnTrouble('away', back));
  return NextResponse.redirect(answer, 303);
}
