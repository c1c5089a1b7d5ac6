import { createHash } from 'node:crypto';
import { fingerprint } from './keys';
import { randomBytes } from './randomness';

/** The form in which the database keeps a token: its SHA-256, in hex. */
export const hashOfToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

/** A secret of 256 bits, fit for a web address, and the hash to keep in its stead. */
export function newToken(): { token: string; hash: string } {
  const token = Buffer.from(randomBytes(32)).toString('base64url');
  return { token, hash: hashOfToken(token) };
}

/**
 * The token that an email holds, the same at every attempt, so that each copy that reached its reader
 * works. Made anew from AUTH_SECRET whenever it is sent, it is kept nowhere; at another address it is
 * another one, so that a copy sent to the old address stops working.
 */
export const mailedToken = (deliveryId: string, address: string): string =>
  fingerprint('mailed link', `${deliveryId} ${address}`);

/** True for text that could be a token of ours; anything else need not reach the database. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);
