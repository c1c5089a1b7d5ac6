import { markThreadRead } from '@/lib/commands/messages/mark-thread-read';
import type { PersonActor } from '@/lib/domain/permissions';
import type { ThreadPage } from '@/lib/domain/thread';

/**
 * A thread as its page shows it, which marks as read what told the reader of those words;
 * `justRead` says how many that were, since this request's session still counts them.
 */
export async function openThread<T extends ThreadPage & { reference: string }>(
  actor: PersonActor,
  read: () => Promise<T | null>,
): Promise<{ view: T; justRead: number } | null> {
  const view = await read();
  if (!view) return null;
  const until = view.entries.at(-1)?.at;
  if (!until) return { view, justRead: 0 };
  const marked = await markThreadRead(actor, { reference: view.reference, until });
  return { view, justRead: marked.ok ? marked.value.marked : 0 };
}
