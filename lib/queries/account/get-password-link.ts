import { asActor } from '@/db/client';
import { type LinkState, readPasswordLink } from '@/db/password-links';
import { now } from '@/lib/ports/clock';
import { hashOfToken, isToken } from '@/lib/ports/tokens';

/** What a link to set a password can do now; null when there never was such a link. */
export async function getPasswordLink(token: string): Promise<LinkState | null> {
  if (!isToken(token)) return null;
  return asActor({ kind: 'visitor' }, (tx) => readPasswordLink(tx, hashOfToken(token), now()));
}
