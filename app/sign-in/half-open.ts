import { headers } from 'next/headers';
import { go } from '@/app/go';
import { homeOf } from '@/lib/auth/account';
import { currentHalfSession, currentSession } from '@/lib/auth/session';
import { clientOf } from '@/lib/auth/sign-in-limits';
import { returnPath } from '@/lib/domain/return-path';
import { paths } from '@/lib/paths';
import { withReturn } from './next-step';

/**
 * The half-open session of this browser, for the step that it owes. Whoever has signed in meanwhile,
 * in another tab or by a second press, goes on; whoever took too long begins again.
 */
export async function halfOpen(owes: 'code' | 'set_up', search: string) {
  const back = returnPath(search);
  const session = await currentSession();
  if (session) go(back ?? homeOf(session.actor));
  const half = await currentHalfSession();
  if (!half) {
    const late = `${paths.signIn}?late=1` as const;
    go(back ? `${late}&return=${encodeURIComponent(back)}` : late);
  }
  if (half.owes !== owes) go(withReturn(paths.signIn, back));
  return { ...half, back, client: clientOf(await headers()) };
}
