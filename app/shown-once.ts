import { cookies, headers } from 'next/headers';
import { isSecure, LINK_COOKIE, LINK_COOKIE_SECONDS } from '@/lib/auth/cookies';
import { seal, unseal } from '@/lib/auth/keys';
import { currentSession } from '@/lib/auth/session';

export type ShownLink = { personId: string; token: string; expiresAt: string };

const contextOf = (sessionId: string): string => `link shown to ${sessionId}`;

/**
 * Carries a new link to the page that follows, sealed for this session alone: in the address it
 * would stay in the history, in the table only its hash is kept.
 */
export async function carryLink(link: {
  personId: string;
  token: string;
  expiresAt: Date;
}): Promise<void> {
  const session = await currentSession();
  if (!session) return;
  const shown: ShownLink = { ...link, expiresAt: link.expiresAt.toISOString() };
  (await cookies()).set(LINK_COOKIE, seal(JSON.stringify(shown), contextOf(session.id)), {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(await headers()),
    path: '/',
    maxAge: LINK_COOKIE_SECONDS,
  });
}

/** The link that was just made for this person, or null. */
export async function carriedLink(personId: string): Promise<ShownLink | null> {
  const session = await currentSession();
  const sealed = (await cookies()).get(LINK_COOKIE)?.value;
  const text = session && sealed ? unseal(sealed, contextOf(session.id)) : null;
  const link = text ? (JSON.parse(text) as ShownLink) : null;
  return link?.personId === personId ? link : null;
}
