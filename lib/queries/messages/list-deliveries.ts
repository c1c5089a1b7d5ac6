import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import { asActor, type Tx } from '@/db/client';
import { deliveries, people } from '@/db/schema';
import type { DeliveryState } from '@/lib/domain/delivery';
import type { AccountKind } from '@/lib/domain/message-kinds';
import { type Actor, can } from '@/lib/domain/permissions';
import { readCursor, writeCursor } from '@/lib/queries/apply/cursor';

const PAGE = 25;

export type ListedDelivery = {
  id: string;
  /** Whom it is for. */
  name: string;
  /** False for somebody who left, whose email is not tried again. */
  active: boolean;
  /** Where it went; null before the first attempt. */
  address: string | null;
  kind: 'message' | 'digest' | AccountKind;
  state: DeliveryState;
  attempts: number;
  /** What the mail server said last. */
  lastAnswer: string | null;
  /** The words of what was not sent; null but in the demo. */
  keptText: string | null;
  at: Date;
};
export type DeliveryPage = { rows: ListedDelivery[]; next: string | null };

async function readPage(tx: Tx, failed: boolean, after?: string): Promise<DeliveryPage> {
  const cursor = readCursor(after);
  const found = await tx
    .select({
      id: deliveries.id,
      name: people.name,
      active: people.active,
      address: deliveries.toAddress,
      kind: sql<ListedDelivery['kind']>`case when ${deliveries.messageId} is not null then 'message'
        else coalesce(${deliveries.accountKind}, 'digest') end`,
      state: deliveries.state,
      attempts: deliveries.attempts,
      lastAnswer: deliveries.lastAnswer,
      keptText: deliveries.keptText,
      at: deliveries.createdAt,
    })
    .from(deliveries)
    .innerJoin(people, eq(people.id, deliveries.personId))
    .where(
      and(
        failed ? eq(deliveries.state, 'failed') : undefined,
        cursor
          ? or(
              lt(deliveries.createdAt, cursor.at),
              and(eq(deliveries.createdAt, cursor.at), lt(deliveries.id, cursor.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  const next = found.length > PAGE && last ? writeCursor({ at: last.at, id: last.id }) : null;
  return { rows, next };
}

/**
 * Every email and what became of it, for managers: those that failed, and all, the newest first, 25
 * at a time each. Null without the permission.
 */
export async function listDeliveries(
  actor: Actor,
  after: { failed: string; all: string },
): Promise<{ failed: DeliveryPage; all: DeliveryPage } | null> {
  if (!can(actor, 'delivery:view')) return null;
  return asActor(actor, async (tx) => ({
    failed: await readPage(tx, true, after.failed),
    all: await readPage(tx, false, after.all),
  }));
}
