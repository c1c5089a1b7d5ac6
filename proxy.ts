import { type NextRequest, NextResponse } from 'next/server';

const DEVELOPMENT = process.env.NODE_ENV === 'development';

/** Sets headers and the nonce of each page; it authorises nothing. */
export function proxy(request: NextRequest): NextResponse {
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

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of FIXED_HEADERS) response.headers.set(name, value);
  if (secure) {
    response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
  return response;
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

export const config = { matcher: ['/((?!_next/static/).*)'] };
