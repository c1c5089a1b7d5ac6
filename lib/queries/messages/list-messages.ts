import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { messages } from '@/db/schema';
import type { MessageContent } from '@/lib/domain/message-content';
import { type Actor, can } from '@/lib/domain/permissions';
import { readCursor, writeCursor } from '@/lib/queries/apply/cursor';

const PAGE = 25;

export type ListedMessage = { id: string; content: MessageContent; at: Date; isNew: boolean };
/** `unread` counts all that are new, up to 100, at the instant of the list; unknown where it is empty. */
export type MessagePage = { rows: ListedMessage[]; next: string | null; unread?: number };

/** In the statement of the list, since a message that comes between two would stand in one alone. */
const unread = (personId: string) =>
  sql<number>`(select count(*)::int from (select from ${messages} u where u.person_id = ${personId}
    and u.read_at is null limit 100) n)`;

/**
 * One's own messages, the newest first, 25 at a time. `after` is the `next` of the page before;
 * nonsense means the first page. Null for whoever has no account.
 */
export async function listMessages(actor: Actor, after?: string): Promise<MessagePage | null> {
  if (actor.kind !== 'person' || !can(actor, 'account:own')) return null;
  const cursor = readCursor(after);
  const found = await asActor(actor, (tx) =>
    tx
      .select({
        id: messages.id,
        content: messages.content,
        at: messages.createdAt,
        readAt: messages.readAt,
        unread: unread(actor.personId),
      })
      .from(messages)
      .where(
        and(
          eq(messages.personId, actor.personId),
          cursor
            ? or(
                lt(messages.createdAt, cursor.at),
                and(eq(messages.createdAt, cursor.at), lt(messages.id, cursor.id)),
              )
            : undefined,
        ),
      )
      .orderBy(desc(messages.createdAt), desc(messages.id))
      .limit(PAGE + 1),
  );
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  return {
    rows: rows.map(({ readAt, unread: _, ...row }) => ({ ...row, isNew: readAt === null })),
    unread: rows[0]?.unread,
    next: found.length > PAGE && last ? writeCursor({ at: last.at, id: last.id }) : null,
  };
}
