import { eq } from 'drizzle-orm';
import { readAbsences } from '@/db/absences';
import { asActor } from '@/db/client';
import { organisations, people } from '@/db/schema';
import { listOwnSessions } from '@/db/sessions';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import { deviceWords } from '@/lib/domain/device';
import { type Actor, atHome, can, isStaff } from '@/lib/domain/permissions';
import { wayWords } from '@/lib/domain/second-factor';
import { now } from '@/lib/ports/clock';

export type OwnSession = {
  id: string;
  device: string;
  startedAt: Date;
  lastSeenAt: Date;
  /** How they signed in, in words. */
  way: string;
};
export type OwnAccount = {
  organisation: string | null;
  sessions: OwnSession[];
  /** For the staff: the day from which they are back; null for somebody who is here. */
  absentUntil: PlainDate | null;
};

/** One's own organisation and open sessions, the latest used first; null for nobody's account. */
export async function getAccount(actor: Actor, idleMinutes: number): Promise<OwnAccount | null> {
  if (actor.kind !== 'person' || !can(actor, 'account:own')) return null;
  return asActor(atHome(actor), async (tx) => {
    const [row] = await tx
      .select({ organisation: organisations.name })
      .from(people)
      .leftJoin(organisations, eq(organisations.id, people.organisationId))
      .where(eq(people.id, actor.personId));
    const absent = isStaff(actor)
      ? await readAbsences(tx, [actor.personId], londonDate(now()))
      : new Map<string, PlainDate>();
    const sessions = await listOwnSessions(tx, now(), idleMinutes);
    return {
      organisation: row?.organisation ?? null,
      absentUntil: absent.get(actor.personId) ?? null,
      sessions: sessions.map(({ id, userAgent, createdAt, lastSeenAt, way, factor }) => ({
        id,
        device: deviceWords(userAgent),
        startedAt: createdAt,
        lastSeenAt,
        way: wayWords(way, factor),
      })),
    };
  });
}
