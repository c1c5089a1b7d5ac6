import type { Account } from '@/components/shell/types';
import { menuOf } from '@/lib/auth/account';
import { currentPath, currentSession } from '@/lib/auth/session';
import type { PersonActor } from '@/lib/domain/permissions';
import { env } from '@/lib/env';
import { signOutAction } from './sign-out-action';

/**
 * Whoever signed in as the shell shows them: name, menu, sign out and the session's ends. `justRead`
 * messages were marked as read since the session was looked up; `unread` is what a page that lists them
 * read itself, so that its menu and its list never disagree.
 */
export async function accountFor(
  actor: PersonActor,
  { justRead = 0, unread }: { justRead?: number; unread?: number } = {},
): Promise<Account> {
  const session = await currentSession();
  const path = (await currentPath()).split('?')[0] ?? '';
  const count = unread ?? Math.max(0, (session?.unread ?? 0) - justRead);
  const menu = menuOf(actor, count, session?.hasPredecessors);
  // The longest address that this one begins with: /manage is not also /manage/people.
  const current = menu
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return {
    name: actor.name,
    links: menu.map((link) => ({ ...link, current: link === current })),
    signOut: signOutAction,
    ...(actor.home ? { acting: actor.home } : {}),
    ...(session && {
      session: {
        expiresAt: session.expiresAt.toISOString(),
        idleSeconds: env().SESSION_IDLE_MINUTES * 60,
      },
    }),
  };
}
