import type { Tx } from '@/db/client';
import { enqueue } from '@/db/job-queue';
import { type applications, deliveries, messages } from '@/db/schema';
import { composeMessage } from '@/lib/domain/compose-message';
import { type CaseKind, wayOf } from '@/lib/domain/messages';
import { recipientsOf } from '@/lib/domain/recipients';
import { type Cause, readRecipientFacts, readWords } from './case-facts';

type Application = typeof applications.$inferSelect;

/**
 * Writes the messages that something about a case brings, one for each reader, and has those sent
 * that go at once. `key` names the cause: the same one tells nobody twice. Answers how many it told.
 */
export async function putMessages(
  { tx, now }: { tx: Tx; now: Date },
  application: Application,
  kinds: readonly CaseKind[],
  cause: Cause & { key: string },
): Promise<number> {
  const facts = await readRecipientFacts(tx, application, cause);
  const readers = new Map(facts.people.map((person) => [person.id, person]));
  const wordsOf = await readWords(tx, application, cause);
  const rows = kinds.flatMap((kind) => {
    const content = composeMessage(kind, wordsOf(kind));
    return recipientsOf(kind, facts).map((personId) => ({
      ...{ personId, kind, content, cause: cause.key, createdAt: cause.at },
      ...{ applicationId: application.id, way: wayOf(kind, readers.get(personId)?.ways ?? {}) },
      organisationId: readers.get(personId)?.organisationId ?? null,
    }));
  });
  if (rows.length === 0) return 0;
  const told = await tx
    .insert(messages)
    .values(rows)
    .onConflictDoNothing()
    .returning({ messageId: messages.id, personId: messages.personId, way: messages.way });
  const atOnce = told.filter(({ way }) => way === 'at_once');
  for (const { messageId, personId } of atOnce) {
    const row = { messageId, personId, state: 'queued', createdAt: now } as const;
    const [made] = await tx.insert(deliveries).values(row).returning({ id: deliveries.id });
    if (made) await enqueue(tx, 'send-mail', { deliveryId: made.id });
  }
  return told.length;
}
