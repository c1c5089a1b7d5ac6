import { type NextRequest, NextResponse } from 'next/server';
import { AuthError } from 'next-auth';
import { type SingleSignOnTrouble, singleSignOnTrouble } from '@/app/sign-in/problems';
import { handlers } from '@/lib/auth/auth';
import { withFailure } from '@/lib/auth/failure';
import { returnPath } from '@/lib/domain/return-path';
import { paths } from '@/lib/paths';

/** What somebody who came back from the provider without success is told. */
function troubleOf(failure: Error, request: NextRequest): SingleSignOnTrouble {
  const type = failure instanceof AuthError ? failure.type : null;
  // State, nonce or PKCE are not this browser's, or were used.
  if (type === 'InvalidCheck') return 'again';
  if (type !== 'OAuthCallbackError') return 'away';
  return request.nextUrl.searchParams.get('error') === 'access_denied' ? 'cancelled' : 'away';
}

/** Where they were to go, as the library keeps it in this browser. */
function returnOf(request: NextRequest): string | null {
  const kept = request.cookies.getAll().find(({ name }) => name.endsWith('authjs.callback-url'));
  if (!kept || !URL.canParse(kept.value, 'http://portal.example')) return null;
  const { pathname, search } = new URL(kept.value, 'http://portal.example');
  return pathname === paths.signIn ? null : returnPath(pathname + search);
}

/** The way back from the identity provider; whatever went wrong ends on our own sign-in page. */
export async function finishSingleSignOn(request: NextRequest): Promise<Response> {
  const { answer, failure } = await withFailure(() => handlers.GET(request));
  if (!failure) return answer;
  const location = singleSignOnTrouble(troubleOf(failure, request), returnOf(request));
  // A relative address: the portal does not know under which name it was reached.
  return new NextResponse(null, { status: 303, headers: { location } });
}
