import { inArray } from 'drizzle-orm';
import { absentOn } from '@/lib/domain/absence';
import type { PlainDate } from '@/lib/domain/dates';
import type { Tx } from './client';
import { absences } from './schema';

/** Who of these is absent on a day, and until when. For staff alone: suppliers have no grant. */
export async function readAbsences(
  tx: Tx,
  ids: readonly string[],
  today: PlainDate,
): Promise<Map<string, PlainDate>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: absences.personId, until: absences.until })
    .from(absences)
    .where(inArray(absences.personId, [...ids]));
  return new Map(rows.filter(({ until }) => absentOn(until, today)).map((r) => [r.id, r.until]));
}
