import { formatDate } from '@/lib/format';
import type { Href } from '@/lib/paths';

export type LinkedIdentity = { linkedAt: Date; lastUsedAt: Date | null };

/** Whether somebody has a second factor, and where a manager resets it. */
export const factorRow = (setAt: Date | null, reset: Href | undefined) => ({
  label: 'Second factor',
  value: setAt ? `Set up on ${formatDate(setAt)}` : 'Not set up',
  ...(setAt && reset ? { action: { href: reset, text: 'Reset', what: 'second factor' } } : {}),
});

/** Since when somebody signs in at the identity provider; no row for whoever never did. */
export const linkRow = (identity: LinkedIdentity | null, remove: Href | undefined) =>
  identity
    ? [
        {
          label: 'Single sign-on',
          value: identity.lastUsedAt
            ? `Linked, last used on ${formatDate(identity.lastUsedAt)}`
            : `Linked on ${formatDate(identity.linkedAt)}`,
          ...(remove
            ? { action: { href: remove, text: 'Remove', what: 'single sign-on link' } }
            : {}),
        },
      ]
    : [];
