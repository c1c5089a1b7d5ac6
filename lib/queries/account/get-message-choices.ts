import { eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { messageChoices } from '@/db/schema';
import { choosableKinds, fixedKinds } from '@/lib/domain/message-choices';
import { type MessageKind, messageRule, type Way, wayOf } from '@/lib/domain/messages';
import { type Actor, can } from '@/lib/domain/permissions';

export type OwnMessageChoices = {
  /** 0 while nothing was chosen. */
  version: number;
  offered: { kind: MessageKind; label: string; way: Way; usual: Way }[];
  /** What always comes by email. */
  always: { kind: MessageKind; label: string }[];
};

/** How one hears of each kind of message that can reach one; null for whoever has no account. */
export async function getMessageChoices(actor: Actor): Promise<OwnMessageChoices | null> {
  if (actor.kind !== 'person' || !can(actor, 'account:own')) return null;
  const [row] = await asActor(actor, (tx) =>
    tx
      .select({ ways: messageChoices.ways, version: messageChoices.version })
      .from(messageChoices)
      .where(eq(messageChoices.personId, actor.personId)),
  );
  const labelled = (kind: MessageKind) => ({ kind, label: messageRule(kind).label });
  return {
    version: row?.version ?? 0,
    offered: choosableKinds(actor).map((kind) => ({
      ...labelled(kind),
      ...{ way: wayOf(kind, row?.ways ?? {}), usual: wayOf(kind, {}) },
    })),
    always: fixedKinds(actor).map(labelled),
  };
}
