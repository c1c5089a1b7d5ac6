import { cookies, headers } from 'next/headers';
import { CODES_COOKIE, CODES_COOKIE_SECONDS, isSecure } from '@/lib/auth/cookies';
import { seal, unseal } from '@/lib/auth/keys';
import { currentSession } from '@/lib/auth/session';

const contextOf = (sessionId: string): string => `recovery codes shown to ${sessionId}`;

/** Carries new recovery codes to the page that shows them, sealed for one session alone. */
export async function carryCodes(codes: readonly string[], sessionId: string): Promise<void> {
  (await cookies()).set(CODES_COOKIE, seal(JSON.stringify(codes), contextOf(sessionId)), {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(await headers()),
    path: '/',
    maxAge: CODES_COOKIE_SECONDS,
  });
}

/** The codes that were just made on this session, or null. */
export async function carriedCodes(): Promise<string[] | null> {
  const session = await currentSession();
  const sealed = (await cookies()).get(CODES_COOKIE)?.value;
  const text = session && sealed ? unseal(sealed, contextOf(session.id)) : null;
  return text ? (JSON.parse(text) as string[]) : null;
}

/** Shows them no more. */
export async function forgetCodes(): Promise<void> {
  (await cookies()).delete(CODES_COOKIE);
}
