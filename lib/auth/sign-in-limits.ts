import { timingSafeEqual } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Limit } from '@/db/throttles';
import { env } from '@/lib/env';
import { fingerprint } from '@/lib/ports/keys';
import { randomBytes } from '@/lib/ports/randomness';

export const DEVICE_COOKIE = 'portal-device';

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * An address as it is counted and as it is looked up. Folded here alone: the database folds some
 * letters (a capital I with a dot) to plain ones, which would give each spelling its own counter.
 */
export const foldedEmail = (email: string): string => email.trim().toLowerCase();
const proofOf = (id: string, email: string): string =>
  fingerprint('device', `${id} ${foldedEmail(email)}`);

/** A cookie that tells later: from this browser somebody signed in with this address before. */
export function newDevice(email: string): string {
  const id = Buffer.from(randomBytes(16)).toString('base64url');
  return `${id}.${proofOf(id, email)}`;
}

/** True when the cookie was given out for this address. */
export function isKnownDevice(cookie: string | undefined, email: string): boolean {
  const [id = '', proof = ''] = (cookie ?? '').split('.');
  return id !== '' && same(proof, proofOf(id, email));
}

/** An IPv6 address as its network of 64 bits, since whoever has one has all of it; others as they are. */
function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  // As a URL spells it: lower case, without leading zeros, no dots.
  const [before = '', after] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const [head, tail] = [before, after ?? ''].map((part) => part.split(':').filter(Boolean));
  const gap = Array.from({ length: 8 - (head?.length ?? 0) - (tail?.length ?? 0) }, () => '0');
  const groups = [...(head ?? []), ...gap, ...(tail ?? [])];
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return `${groups.slice(0, 4).join(':')}::`;
  const bytes = groups.slice(6).flatMap((group) => {
    const number = Number.parseInt(group, 16);
    return [number >> 8, number & 255];
  });
  return bytes.join('.');
}

/** The client's address or network, only where a proxy that we trust has written it. */
export function clientOf(headers: Headers): string | null {
  if (!env().TRUST_PROXY) return null;
  // The last entry is the proxy's own; those before it came from whoever asked.
  const address = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return address ? networkOf(address) : null;
}

/** What a right password takes back: guesses at this address, never those of its client at others. */
export const forgivenBy = (limits: readonly Limit[]): string[] =>
  limits.flatMap(({ key }) => (key.startsWith('client:') ? [] : key));

/**
 * What slows guessing down. A browser that signed in before counts alone, so that strangers who
 * guess at an address can keep its owner out of new browsers for a while, and never out of theirs.
 * Keys are fingerprints: people also type passwords into the wrong box.
 */
export function signInLimits(email: string, client: string | null, device?: string): Limit[] {
  const address = foldedEmail(email);
  const key = (kind: string, ...parts: string[]) =>
    `${kind}:${fingerprint('throttle', parts.join(' '))}`;
  const limits: Limit[] = [];
  if (isKnownDevice(device, email)) {
    limits.push({ key: key('device', device ?? ''), windowSeconds: QUARTER, most: 10 });
  } else if (client) {
    limits.push({ key: key('pair', address, client), windowSeconds: QUARTER, most: 10 });
    limits.push({ key: key('address', address), windowSeconds: HOUR, most: 100 });
  } else limits.push({ key: key('address', address), windowSeconds: QUARTER, most: 20 });
  if (client) limits.push({ key: key('client', client), windowSeconds: QUARTER, most: 100 });
  return limits;
}

/** What slows the guessing of codes down, at whichever door they are given. */
export function factorLimits(personId: string, client: string | null): Limit[] {
  const limits: Limit[] = [
    { key: `factor:${personId}`, windowSeconds: QUARTER, most: 10 },
    { key: `factor-long:${personId}`, windowSeconds: 24 * HOUR, most: 100 },
  ];
  if (!client) return limits;
  const key = `client:${fingerprint('throttle', client)}`;
  return [...limits, { key, windowSeconds: QUARTER, most: 100 }];
}
