import type { Tx } from '@/db/client';
import { composeMessage } from '@/lib/domain/compose-message';
import type { LedgerMessageFacts } from '@/lib/domain/message-content';
import type { LedgerKind } from '@/lib/domain/message-kinds';
import { putSupplierMessages, type SupplierCause } from './put-supplier-messages';

/** Writes the messages that something about a supplier's ledger brings, to its own people alone. */
export async function putLedgerMessages(
  { tx, now }: { tx: Tx; now: Date },
  { organisationId, ...facts }: LedgerMessageFacts & { organisationId: string },
  kinds: readonly LedgerKind[],
  cause: SupplierCause,
): Promise<number> {
  const told = { organisationId, assigneeId: null };
  return putSupplierMessages(
    { tx, now },
    told,
    kinds,
    (kind) => composeMessage(kind, facts),
    cause,
  );
}
