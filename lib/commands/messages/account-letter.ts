import type { Tx } from '@/db/client';
import { keepMailedLink, type MailedLinkProblem } from '@/db/password-links';
import { composeMessage } from '@/lib/domain/compose-message';
import type { DeliveryState } from '@/lib/domain/delivery';
import { type MailBody, renderMessage } from '@/lib/domain/mail-body';
import type { AccountKind } from '@/lib/domain/message-kinds';
import { linkExpiry } from '@/lib/domain/person';
import { mailGoesOut } from '@/lib/ports/mail';
import { portalAddress } from '@/lib/ports/portal-address';
import { hashOfToken, mailedToken } from '@/lib/ports/tokens';

/** What is not sent, what becomes of it, and why. */
export type NotSent = { state: DeliveryState; lastAnswer: string };
export type AccountLetter = { body: MailBody; token: string } | NotSent;

const PROBLEMS: Record<MailedLinkProblem, NotSent> = {
  left: { state: 'failed', lastAnswer: 'This person has left.' },
  password_set: { state: 'dropped', lastAnswer: 'A password was set meanwhile.' },
  replaced: { state: 'dropped', lastAnswer: 'A newer link was made meanwhile.' },
};
/** Its words are never kept in its stead, as the demo keeps others: they hold the link. */
const NO_SERVER: NotSent = { state: 'queued', lastAnswer: 'No mail server is set up.' };

/**
 * The email about an account, whose link is made here and becomes usable, for its hours from this
 * attempt on; or why there is none to send any more.
 */
export async function readAccountLetter(
  tx: Tx,
  { deliveryId, kind, to, now }: { deliveryId: string; kind: AccountKind; to: string; now: Date },
): Promise<AccountLetter> {
  if (!mailGoesOut()) return NO_SERVER;
  const token = mailedToken(deliveryId, to);
  const link = { deliveryId, tokenHash: hashOfToken(token), now, expiresAt: linkExpiry(now) };
  const answer = await keepMailedLink(tx, link);
  if (answer !== 'usable') return PROBLEMS[answer];
  return {
    body: renderMessage(composeMessage(kind, { token }), { baseUrl: portalAddress() }),
    token,
  };
}

/** What a server said, without the link: some of them repeat what they refuse. */
export const withoutLink = (said: string, token: string): string =>
  said.replace(/set-password\/\S*/gi, 'set-password/…').replaceAll(token, '…');
