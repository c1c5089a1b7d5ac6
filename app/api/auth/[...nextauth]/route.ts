import { type NextRequest, NextResponse } from 'next/server';
import { handlers } from '@/lib/auth/auth';
import { isSignInSized } from '@/lib/auth/post-size';
import { paths } from '@/lib/paths';
import { finishSingleSignOn } from './finish-single-sign-on';

type Context = { params: Promise<{ nextauth: string[] }> };

const missing = () => NextResponse.json({ error: 'not found' }, { status: 404 });

/** Only what signing in needs; the library's own pages hold inline styles and are never shown. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const [action, provider] = (await params).nextauth;
  if (action === 'callback' && provider === 'oidc') return finishSingleSignOn(request);
  if (action === 'callback' || action === 'csrf') return handlers.GET(request);
  const pages = ['signin', 'signout', 'error', 'verify-request'];
  // A relative address: the portal does not know under which name it was reached.
  return pages.includes(action ?? '')
    ? new NextResponse(null, { status: 303, headers: { location: paths.signIn } })
    : missing();
}

export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  const [action] = (await params).nextauth;
  if (!isSignInSized(request.headers))
    return NextResponse.json({ error: 'too large' }, { status: 413 });
  return action === 'callback' ? handlers.POST(request) : missing();
}
