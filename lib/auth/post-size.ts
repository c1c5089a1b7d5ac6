/** More than an address and a password weigh. */
const MOST_BYTES = 10_000;

/**
 * Whether a post to sign in says its length and is not too long: the library would read any length
 * into memory. Browsers always say it, and the server holds them to it.
 */
export function isSignInSized(headers: Headers): boolean {
  const length = headers.get('content-length') ?? '';
  return /^[0-9]{1,9}$/.test(length) && Number(length) <= MOST_BYTES;
}
