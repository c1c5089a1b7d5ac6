import { and, asc, eq, inArray } from 'drizzle-orm';
import { TURN_EVENTS, type Turn } from '@/lib/domain/turns';
import type { Tx } from './client';
import { events } from './schema';

/** The events that passed a case from one side to another, oldest first, as far as the reader may see. */
export async function readTurns(tx: Tx, applicationId: string): Promise<Turn[]> {
  const rows = await tx
    .select({ type: events.type, at: events.at })
    .from(events)
    .where(and(eq(events.subjectId, applicationId), inArray(events.type, [...TURN_EVENTS])))
    .orderBy(asc(events.sequence));
  return rows as Turn[];
}
