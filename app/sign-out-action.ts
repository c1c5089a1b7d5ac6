'use server';

import { signOut } from '@/lib/auth/auth';
import { endCurrentSession } from '@/lib/auth/end-session';
import { paths } from '@/lib/paths';
import { go } from './go';

/** Ends the session's row first: a copy of the cookie opens nothing afterwards. */
export async function signOutAction(): Promise<void> {
  await endCurrentSession();
  await signOut({ redirect: false });
  go(`${paths.signIn}?signed-out=1`);
}
