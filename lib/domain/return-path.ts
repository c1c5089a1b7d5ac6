const BASE = 'https://portal.invalid';

/**
 * A path of this portal to come back to, or null for anything else: other sites in all their
 * disguises, the programming interfaces, and the sign-in pages themselves.
 */
export function returnPath(text: string | null | undefined): `/${string}` | null {
  // Browsers read a backslash as a slash and drop control characters.
  if (!text || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) || text.length > 1000) return null;
  let url: URL;
  try {
    url = new URL(text, BASE);
  } catch {
    return null;
  }
  if (url.origin !== BASE || url.pathname.startsWith('//')) return null;
  if (/^\/(api|_next|sign-in|set-password|forgot-password)(\/|$)/.test(url.pathname)) return null;
  return `${url.pathname as `/${string}`}${url.search}`;
}
