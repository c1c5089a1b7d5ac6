import { decode } from 'next-auth/jwt';
import { requireEnv } from '@/lib/env';
import { hashOfToken, isToken } from '@/lib/ports/tokens';

const REMEMBERED = 1000;
/** By cookie; decrypting one takes longer than looking its session up. The oldest go first. */
const remembered = new Map<string, string>();

/** The hash of the token inside a session cookie, or null when it is none of ours. */
export async function readToken(cookie: string, name: string): Promise<string | null> {
  const key = `${name} ${cookie}`;
  const known = remembered.get(key);
  if (known) return known;
  try {
    const claims = await decode({ token: cookie, secret: requireEnv('AUTH_SECRET'), salt: name });
    if (typeof claims?.sid !== 'string' || !isToken(claims.sid)) return null;
    const hash = hashOfToken(claims.sid);
    const [oldest] = remembered.keys();
    if (oldest && remembered.size >= REMEMBERED) remembered.delete(oldest);
    remembered.set(key, hash);
    return hash;
  } catch {
    return null;
  }
}
