import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { people } from '@/db/schema';
import { composeMessage } from '@/lib/domain/compose-message';
import type { PersonKind } from '@/lib/domain/message-kinds';
import { recipientsOf } from '@/lib/domain/recipients';
import { readPeople } from './case-facts';
import { keepMessages } from './put-messages';
import type { SupplierCause } from './put-supplier-messages';

/** Writes the messages that something about a person's account brings, to that person alone. */
export async function putPersonMessages(
  { tx, now }: { tx: Tx; now: Date },
  personId: string,
  kinds: readonly PersonKind[],
  { key: cause, at: createdAt, actorId }: SupplierCause,
): Promise<number> {
  const [person] = await tx
    .select({ organisationId: people.organisationId })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) return 0;
  const { organisationId } = person;
  const facts = {
    ...{ people: await readPeople(tx, organisationId), organisationId, actorId, personId },
    ...{ status: null, assigneeId: null, assigneeBeforeId: null, recommenderId: null },
    ...{ tookPart: [], conflicted: [] },
  };
  const rows = kinds.flatMap((kind) =>
    recipientsOf(kind, facts).map((id) => ({
      ...{ personId: id, organisationId, kind, cause, createdAt },
      ...{ content: composeMessage(kind, null), way: 'at_once' as const },
    })),
  );
  return keepMessages({ tx, now }, rows);
}
