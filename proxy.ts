import { type NextRequest, NextResponse } from 'next/server';
import { isFormSized } from '@/lib/auth/post-size';
import { paths } from '@/lib/paths';

const DEVELOPMENT = process.env.NODE_ENV === 'development';

/** Sets headers and the nonce of each page, and turns away what Next cannot read; it authorises nothing. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const secure = isSecure(request);
  const policy = contentSecurityPolicy(nonce, secure);

  const headers = new Headers(request.headers);
  // Next reads the nonce from here and puts it on every script of the page.
  headers.set('content-security-policy', policy);
  // Where somebody is sent back to after signing in; only ever read as a path of this portal.
  headers.set('x-portal-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  // Server actions compare this with Origin, so a client must not be able to choose it.
  const host = request.headers.get('host');
  if (host === null) headers.delete('x-forwarded-host');
  else headers.set('x-forwarded-host', host);

  const refused = await refusal(request);
  const response = refused
    ? refuse(request, headers, refused)
    : pass(request, headers, TROUBLES.get(troubleOf(request)));
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of FIXED_HEADERS) response.headers.set(name, value);
  if (secure) {
    response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
  return response;
}

/** The status of a page that says why a file did not open; a page cannot set its own. */
const TROUBLES = new Map([
  ['missing', 404],
  ['away', 503],
]);

function troubleOf({ nextUrl }: NextRequest): string {
  const isState = /^\/documents\/[^/]+\/state$/.test(nextUrl.pathname);
  return (isState && nextUrl.searchParams.get('trouble')) || 'none';
}

function pass(request: NextRequest, headers: Headers, status: number | undefined): NextResponse {
  if (status === undefined) return NextResponse.next({ request: { headers } });
  return NextResponse.rewrite(request.nextUrl, { status, request: { headers } });
}

type Refusal = { page: string; status: number };

/** What Next itself would answer with a bare line of text: none of our pages, and none of our headers. */
async function refusal(request: NextRequest): Promise<Refusal | null> {
  if (!canDecode(request.nextUrl.pathname)) return { page: paths.notFound, status: 404 };
  if (!(await isFormSized(request))) return { page: paths.tooLong, status: 413 };
  return null;
}

/** A whole page of the portal in place of the one asked for. */
function refuse(request: NextRequest, headers: Headers, { page, status }: Refusal): NextResponse {
  // Without these the post is a form no longer, and nothing reads its body.
  for (const name of ['next-action', 'content-type']) headers.delete(name);
  const url = request.nextUrl.clone();
  url.pathname = page;
  url.search = '';
  return NextResponse.rewrite(url, { status, request: { headers } });
}

function canDecode(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

const FIXED_HEADERS = [
  ['X-Content-Type-Options', 'nosniff'],
  // Not no-referrer: with it a browser sends 'Origin: null' and every form post is refused.
  ['Referrer-Policy', 'same-origin'],
  [
    'Permissions-Policy',
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), ' +
      'magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), usb=()',
  ],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['X-Frame-Options', 'DENY'],
  ['Cache-Control', 'private, no-store'],
] as const;

function contentSecurityPolicy(nonce: string, secure: boolean): string {
  const directives = [
    "default-src 'self'",
    // The development server evaluates code and puts styles into the page.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${DEVELOPMENT ? " 'unsafe-eval'" : ''}`,
    DEVELOPMENT ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ];
  if (secure) directives.push('upgrade-insecure-requests');
  return directives.join('; ');
}

function isSecure(request: NextRequest): boolean {
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  return (forwarded ?? request.nextUrl.protocol.replace(':', '')) === 'https';
}

// Not for files, up or down: what passes here is held in memory, and they set headers of their own.
export const config = {
  matcher: [
    '/((?!_next/static/|apply/[^/]+/[^/]+/upload$|apply/euos/[^/]+/[^/]+/upload$|manage/registers/upload$|documents/[^/]+$|apply/euos/export$|apply/euos/import/[^/]+/refused$|apply/euos/import/template$).*)',
  ],
};
