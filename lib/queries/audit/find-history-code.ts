import { and, eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { applications, events } from '@/db/schema';
import { EVENTS, type EventType } from '@/lib/domain/events';
import type { SystemActor } from '@/lib/domain/permissions';

export type FoundCode = { reference: string; sequence: number; at: Date; label: string };

/**
 * The event that bears a history code, as a receipt prints it; null when no application's history
 * holds it, so that somebody rewrote either the history or the paper.
 */
export async function findHistoryCode(actor: SystemActor, code: string): Promise<FoundCode | null> {
  if (!/^[0-9a-f]{64}$/.test(code)) return null;
  return asActor(actor, async (tx) => {
    const [row] = await tx
      .select({
        reference: applications.reference,
        sequence: events.sequence,
        at: events.at,
        type: events.type,
      })
      .from(events)
      .innerJoin(applications, eq(applications.id, events.subjectId))
      .where(and(eq(events.hash, code), eq(events.subjectKind, 'application')));
    if (!row) return null;
    const { type, ...found } = row;
    return { ...found, label: EVENTS[type as EventType]?.label ?? type };
  });
}
