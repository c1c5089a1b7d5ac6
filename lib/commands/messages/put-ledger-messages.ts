import type { Tx } from '@/db/client';
import { composeMessage } from '@/lib/domain/compose-message';
import type { LedgerKind } from '@/lib/domain/message-kinds';
import { wayOf } from '@/lib/domain/messages';
import { recipientsOf } from '@/lib/domain/recipients';
import { readPeople } from './case-facts';
import { keepMessages } from './put-messages';

/** Writes the messages that something about a supplier's ledger brings, to its own people alone. */
export async function putLedgerMessages(
  { tx, now }: { tx: Tx; now: Date },
  { organisationId, lapsed }: { organisationId: string; lapsed: number },
  kinds: readonly LedgerKind[],
  cause: { key: string; at: Date; actorId: string | null },
): Promise<number> {
  const people = await readPeople(tx, organisationId);
  const readers = new Map(people.map((person) => [person.id, person]));
  const facts = {
    ...{ people, organisationId, actorId: cause.actorId, assigneeId: null },
    ...{ status: null, assigneeBeforeId: null, recommenderId: null, personId: null },
    ...{ tookPart: [], conflicted: [] },
  };
  const rows = kinds.flatMap((kind) => {
    const content = composeMessage(kind, { lapsed });
    return recipientsOf(kind, facts).map((personId) => ({
      ...{ personId, kind, content, organisationId, cause: cause.key, createdAt: cause.at },
      way: wayOf(kind, readers.get(personId)?.ways ?? {}),
    }));
  });
  return keepMessages({ tx, now }, rows);
}
