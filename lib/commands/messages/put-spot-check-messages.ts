import { and, count, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { organisations, spotCheckItems, spotChecks } from '@/db/schema';
import { londonDate } from '@/lib/domain/clock';
import { composeMessage } from '@/lib/domain/compose-message';
import type { SpotCheckKind } from '@/lib/domain/message-kinds';
import { putSupplierMessages, type SupplierCause } from './put-supplier-messages';

async function readFacts(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      number: spotChecks.number,
      round: spotChecks.round,
      dueOn: spotChecks.dueOn,
      drawnBy: spotChecks.drawnBy,
      organisationId: spotChecks.organisationId,
      organisation: organisations.name,
      odsCode: organisations.odsCode,
    })
    .from(spotChecks)
    .innerJoin(organisations, eq(organisations.id, spotChecks.organisationId))
    .where(eq(spotChecks.id, id));
  if (!row) return null;
  const { round, ...facts } = row;
  const [asked] = await tx
    .select({ count: count() })
    .from(spotCheckItems)
    .where(and(eq(spotCheckItems.spotCheckId, id), eq(spotCheckItems.round, round)));
  return { ...facts, count: asked?.count ?? 0 };
}

/**
 * Writes the messages that something about a spot check brings: to the supplier's people, or to
 * whoever drew it, managers where they left. Answers how many it told.
 */
export async function putSpotCheckMessages(
  { tx, now }: { tx: Tx; now: Date },
  id: string,
  kinds: readonly SpotCheckKind[],
  cause: SupplierCause,
): Promise<number> {
  const found = await readFacts(tx, id);
  if (!found) return 0;
  const { organisationId, drawnBy, odsCode, ...words } = found;
  const told = { organisationId, assigneeId: drawnBy };
  const overdue = words.dueOn < londonDate(now);
  const about = { ...words, id, overdue, record: odsCode ?? organisationId };
  return putSupplierMessages(
    { tx, now },
    told,
    kinds,
    (kind) => composeMessage(kind, about),
    cause,
  );
}
