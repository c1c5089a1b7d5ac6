import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type applications, messages } from '@/db/schema';
import { composeMessage } from '@/lib/domain/compose-message';
import { type CaseKind, isThreadKind, THREAD_KINDS } from '@/lib/domain/message-kinds';
import { type Way, wayOf } from '@/lib/domain/messages';
import { recipientsOf } from '@/lib/domain/recipients';
import { type Cause, readRecipientFacts, readWords } from './case-facts';

type Application = typeof applications.$inferSelect;

/**
 * Who has an unread message of a case's thread, and so was told that there is something to read:
 * while there is one, the next line need not be an email of its own.
 */
async function readToldAlready(tx: Tx, applicationId: string, personIds: readonly string[]) {
  const rows = await tx
    .selectDistinct({ personId: messages.personId })
    .from(messages)
    .where(
      and(
        inArray(messages.personId, [...personIds]),
        isNull(messages.readAt),
        eq(messages.applicationId, applicationId),
        inArray(messages.kind, [...THREAD_KINDS]),
      ),
    );
  return new Set(rows.map(({ personId }) => personId));
}

/** Has an email of its own sent for each of these messages, all in one statement. */
async function sendAtOnce(tx: Tx, messageIds: readonly string[], now: Date): Promise<void> {
  await tx.execute(sql`
    with made as (
      insert into deliveries (message_id, person_id, state, created_at)
      select id, person_id, 'queued', ${now.toISOString()}::timestamptz from messages
      where ${inArray(messages.id, [...messageIds])}
      returning id
    )
    select enqueue('send-mail', json_build_object('deliveryId', id), null, null) from made`);
}

/** Keeps messages, each once, and has those sent that go at once. Answers how many were new. */
export async function keepMessages(
  { tx, now }: { tx: Tx; now: Date },
  rows: (typeof messages.$inferInsert)[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const put = await tx
    .insert(messages)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: messages.id, way: messages.way });
  const atOnce = put.filter(({ way }) => way === 'at_once').map(({ id }) => id);
  if (atOnce.length > 0) await sendAtOnce(tx, atOnce, now);
  return put.length;
}

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
  const told = kinds.some(isThreadKind)
    ? await readToldAlready(tx, application.id, [...readers.keys()])
    : new Set<string>();
  const wayFor = (kind: CaseKind, personId: string): Way => {
    const way = wayOf(kind, readers.get(personId)?.ways ?? {});
    return way === 'at_once' && isThreadKind(kind) && told.has(personId) ? 'digest' : way;
  };
  const rows = kinds.flatMap((kind) => {
    const content = composeMessage(kind, wordsOf(kind));
    return recipientsOf(kind, facts).map((personId) => ({
      ...{ personId, kind, content, cause: cause.key, createdAt: cause.at },
      ...{ applicationId: application.id, way: wayFor(kind, personId) },
      organisationId: readers.get(personId)?.organisationId ?? null,
    }));
  });
  return keepMessages({ tx, now }, rows);
}
