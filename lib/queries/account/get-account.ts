import { eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { organisations, people } from '@/db/schema';
import { listOwnSessions } from '@/db/sessions';
import { deviceWords } from '@/lib/domain/device';
import { type Actor, can } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';

export type OwnSession = { id: string; device: string; startedAt: Date; lastSeenAt: Date };
export type OwnAccount = { organisation: string | null; sessions: OwnSession[] };

/** One's own organisation and open sessions, the latest used first; null for nobody's account. */
export async function getAccount(actor: Actor, idleMinutes: number): Promise<OwnAccount | null> {
  if (actor.kind !== 'person' || !can(actor, 'account:own')) return null;
  return asActor(actor, async (tx) => {
    const [row] = await tx
      .select({ organisation: organisations.name })
      .from(people)
      .leftJoin(organisations, eq(organisations.id, people.organisationId))
      .where(eq(people.id, actor.personId));
    const sessions = await listOwnSessions(tx, now(), idleMinutes);
    return {
      organisation: row?.organisation ?? null,
      sessions: sessions.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
        id,
        device: deviceWords(userAgent),
        startedAt: createdAt,
        lastSeenAt,
      })),
    };
  });
}
