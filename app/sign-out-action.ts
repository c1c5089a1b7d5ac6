'use server';

import { redirect } from 'next/navigation';
import { signOut } from '@/lib/auth/auth';
import { endCurrentSession } from '@/lib/auth/end-session';
import { paths } from '@/lib/paths';

/** Ends the session's row first: a copy of the cookie opens nothing afterwards. */
export async function signOutAction(): Promise<void> {
  await endCurrentSession();
  await signOut({ redirect: false });
  redirect(`${paths.signIn}?signed-out=1`);
}
