import { env } from '@/lib/env';
import { DEVICE_COOKIE } from './sign-in-limits';

export const DAY_SECONDS = 24 * 60 * 60;
/** Longer than any session lasts: an ended one still tells whose words to keep. */
export const SESSION_COOKIE_DAYS = 14;

/** Carries a new link for a password to the page that shows it. */
export const LINK_COOKIE = 'portal-link';
/** Carries new recovery codes to the page that shows them. */
export const CODES_COOKIE = 'portal-codes';
/** Enough to print them or to write them down. */
export const CODES_COOKIE_SECONDS = 600;
/** Enough to arrive there and copy it. */
export const LINK_COOKIE_SECONDS = 120;

/** True when this request came over https, so that its cookies say so. */
export function isSecure(headers: Headers): boolean {
  const { AUTH_URL } = env();
  if (AUTH_URL) return AUTH_URL.startsWith('https:');
  return headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https';
}

/** As next-auth names it. */
export const sessionCookieName = (headers: Headers): string =>
  isSecure(headers) ? '__Secure-authjs.session-token' : 'authjs.session-token';

/** The device cookie of a request, out of its header. */
export function deviceOf(headers: Headers): string | undefined {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === DEVICE_COOKIE) return value;
  }
  return undefined;
}
