'use server';

import { endCurrentSession } from '@/lib/auth/end-session';
import { shortenSessionCookie } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { go } from './go';

/**
 * Ends the session's row, after which its cookie opens nothing. The cookie goes a little later: it
 * tells whose words they are that somebody was typing in another tab.
 */
export async function signOutAction(): Promise<void> {
  await endCurrentSession();
  await shortenSessionCookie();
  go(`${paths.signIn}?signed-out=1`);
}
