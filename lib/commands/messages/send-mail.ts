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

type Input = { deliveryId: string; lastAttempt: boolean };
type Letter = { to: string; state: DeliveryState; active: boolean; body: MailBody | null };

async function readBody(tx: Tx, deliveryId: string, messageId: string | null) {
  const baseUrl = portalAddress();
  const about = messageId ? eq(messages.id, messageId) : eq(messages.digestId, deliveryId);
  const rows = await tx
    .select({ content: messages.content })
    .from(messages)
    .where(about)
    .orderBy(asc(messages.createdAt), asc(messages.id));
  const contents = rows.map(({ content }) => content);
  if (messageId) return contents[0] ? renderMessage(contents[0], { baseUrl }) : null;
  const digest = composeDigest(contents);
  return digest && renderDigest(digest, { baseUrl });
}

async function readLetter(tx: Tx, deliveryId: string): Promise<Letter | null> {
  const [row] = await tx
    .select({
      to: people.email,
      active: people.active,
      state: deliveries.state,
      messageId: deliveries.messageId,
    })
    .from(deliveries)
    .innerJoin(people, eq(people.id, deliveries.personId))
    .where(eq(deliveries.id, deliveryId));
  if (!row) return null;
  return { ...row, body: await readBody(tx, deliveryId, row.messageId) };
}

type Outcome = { state: DeliveryState; lastAnswer: string | null; keptText: string | null };

/** A refusal that may pass is tried again, until the last attempt. */
function outcomeOf(answer: MailAnswer, lastAttempt: boolean): Outcome {
  if (answer.state === 'sent')
    return { state: 'sent', lastAnswer: answer.response, keptText: null };
  if (answer.state === 'kept') return { state: 'kept', lastAnswer: null, keptText: answer.text };
  const state = answer.permanent || lastAttempt ? 'failed' : 'queued';
  return { state, lastAnswer: answer.why, keptText: null };
}

/**
 * Sends one email to the address that its reader has now, and keeps what became of it. The server
 * is spoken to outside any transaction, and what was settled is not sent again: an email is lost
 * never, and doubled only when a worker dies between the server's yes and keeping it, then under the
 * same Message-ID. Answers the state: `queued` is to be tried again. Problem: `not_found`.
 */
export async function sendMail(
  actor: Actor,
  { deliveryId, lastAttempt }: Input,
): Promise<Result<{ state: DeliveryState }>> {
  if (!can(actor, 'message:send')) return forbidden();
  const letter = await asActor(actor, (tx) => readLetter(tx, deliveryId));
  if (!letter) return notFound();
  if (letter.state !== 'queued') return ok({ state: letter.state });
  const { to, active, body } = letter;
  const gone = { state: 'refused', permanent: true, why: 'This person has left.' } as const;
  const answer = active && body ? await send({ id: deliveryId, to, ...body }) : gone;
  const outcome = outcomeOf(answer, lastAttempt);
  await asActor(actor, (tx) =>
    tx
      .update(deliveries)
      .set({
        ...{ ...outcome, toAddress: to, attempts: sql`${deliveries.attempts} + 1` },
        settledAt: outcome.state === 'queued' ? null : now(),
      })
      .where(eq(deliveries.id, deliveryId)),
  );
  return ok({ state: outcome.state });
}
