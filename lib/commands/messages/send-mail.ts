import { asc, eq, sql } from 'drizzle-orm';
import { asActor, type Tx } from '@/db/client';
import { deliveries, messages, people } from '@/db/schema';
import { composeDigest } from '@/lib/domain/compose-message';
import type { DeliveryState } from '@/lib/domain/delivery';
import { type MailBody, renderDigest, renderMessage } from '@/lib/domain/mail-body';
import { type Actor, can } from '@/lib/domain/permissions';
import { forbidden, notFound, ok, type Result } from '@/lib/domain/result';
import { now } from '@/lib/ports/clock';
import { type MailAnswer, sendMail as send } from '@/lib/ports/mail';
import { portalAddress } from '@/lib/ports/portal-address';
import { type NotSent, readAccountLetter, withoutLink } from './account-letter';

type Input = { deliveryId: string; lastAttempt: boolean };
type Letter = { to: string; state: DeliveryState; content: Content };
/** What to send, with the secret it holds, if any; or what becomes of it unsent. */
type Content = { body: MailBody; token: string | null } | NotSent;

const GONE: NotSent = { state: 'failed', lastAnswer: 'This person has left.' };

async function readBody(tx: Tx, deliveryId: string, messageId: string | null) {
  const setting = { baseUrl: portalAddress(), withChoices: true };
  const about = messageId ? eq(messages.id, messageId) : eq(messages.digestId, deliveryId);
  const rows = await tx
    .select({ content: messages.content })
    .from(messages)
    .where(about)
    .orderBy(asc(messages.createdAt), asc(messages.id));
  const contents = rows.map(({ content }) => content);
  if (messageId) return contents[0] ? renderMessage(contents[0], setting) : null;
  const digest = composeDigest(contents);
  return digest && renderDigest(digest, setting);
}

async function readLetter(tx: Tx, deliveryId: string): Promise<Letter | null> {
  const [row] = await tx
    .select({
      to: people.email,
      active: people.active,
      state: deliveries.state,
      messageId: deliveries.messageId,
      kind: deliveries.accountKind,
    })
    .from(deliveries)
    .innerJoin(people, eq(people.id, deliveries.personId))
    .where(eq(deliveries.id, deliveryId));
  if (!row) return null;
  const { to, active, state, messageId, kind } = row;
  if (state !== 'queued' || !active) return { to, state, content: GONE };
  if (kind) {
    const content = await readAccountLetter(tx, { deliveryId, kind, to, now: now() });
    return { to, state, content };
  }
  const body = await readBody(tx, deliveryId, messageId);
  return { to, state, content: body ? { body, token: null } : GONE };
}

type Outcome = { state: DeliveryState; lastAnswer: string | null; keptText: string | null };

function outcomeOf(answer: MailAnswer): Outcome {
  if (answer.state === 'sent')
    return { state: 'sent', lastAnswer: answer.response, keptText: null };
  if (answer.state === 'kept') return { state: 'kept', lastAnswer: null, keptText: answer.text };
  const state = answer.permanent ? 'failed' : 'queued';
  return { state, lastAnswer: answer.why, keptText: null };
}

async function attempt(deliveryId: string, { to, content }: Letter): Promise<Outcome> {
  if ('state' in content) return { ...content, keptText: null };
  const { body, token } = content;
  const outcome = outcomeOf(await send({ id: deliveryId, to, ...body }));
  if (!token) return outcome;
  const lastAnswer = outcome.lastAnswer && withoutLink(outcome.lastAnswer, token);
  return { ...outcome, lastAnswer, keptText: null };
}

/**
 * Sends one email to the address that its reader has now, and keeps what became of it. The server
 * is spoken to outside any transaction, and what was settled is not sent again: an email is lost
 * never, and doubled only when a worker dies between the server's yes and keeping it, then under the
 * same Message-ID and with the same link. Answers the state: `queued` is to be tried again, until the
 * last attempt. Problem: `not_found`.
 */
export async function sendMail(
  actor: Actor,
  { deliveryId, lastAttempt }: Input,
): Promise<Result<{ state: DeliveryState }>> {
  if (!can(actor, 'message:send')) return forbidden();
  const letter = await asActor(actor, (tx) => readLetter(tx, deliveryId));
  if (!letter) return notFound();
  if (letter.state !== 'queued') return ok({ state: letter.state });
  const outcome = await attempt(deliveryId, letter);
  const state = outcome.state === 'queued' && lastAttempt ? 'failed' : outcome.state;
  await asActor(actor, (tx) =>
    tx
      .update(deliveries)
      .set({
        ...{ ...outcome, state, toAddress: letter.to, attempts: sql`${deliveries.attempts} + 1` },
        settledAt: state === 'queued' ? null : now(),
      })
      .where(eq(deliveries.id, deliveryId)),
  );
  return ok({ state });
}
