import type { Tx } from '@/db/client';
import type { MessageContent } from '@/lib/domain/message-content';
import type { KeptKind } from '@/lib/domain/message-kinds';
import { wayOf } from '@/lib/domain/messages';
import { recipientsOf } from '@/lib/domain/recipients';
import { readPeople } from './case-facts';
import { keepMessages } from './put-messages';

/** What brings a message that is about no case; `key` names it: the same one tells nobody twice. */
export type SupplierCause = { key: string; at: Date; actorId: string | null };

/**
 * Writes messages that are about a supplier and no case: to its people, to the staff's `assigneeId`, or
 * to managers where that one left, as each kind has it. Answers how many it told.
 */
export async function putSupplierMessages<K extends KeptKind>(
  { tx, now }: { tx: Tx; now: Date },
  { organisationId, assigneeId }: { organisationId: string; assigneeId: string | null },
  kinds: readonly K[],
  contentOf: (kind: K) => MessageContent,
  { key: cause, at: createdAt, actorId }: SupplierCause,
): Promise<number> {
  const people = await readPeople(tx, organisationId);
  const readers = new Map(people.map((person) => [person.id, person]));
  const facts = {
    ...{ people, organisationId, actorId, assigneeId },
    ...{ status: null, assigneeBeforeId: null, recommenderId: null, personId: null },
    ...{ tookPart: [], conflicted: [] },
  };
  const rows = kinds.flatMap((kind) => {
    const content = contentOf(kind);
    return recipientsOf(kind, facts).map((personId) => {
      const reader = readers.get(personId);
      return {
        ...{ personId, kind, content, cause, createdAt },
        organisationId: reader?.organisationId ?? null,
        way: wayOf(kind, reader?.ways ?? {}),
      };
    });
  });
  return keepMessages({ tx, now }, rows);
}
