import { desc, eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { aupVersions, judgingRuns, people } from '@/db/schema';
import { aupInForce } from '@/lib/domain/aup';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import { type Actor, can } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';

export type ListedAupVersion = {
  id: string;
  version: string;
  inForceFrom: PlainDate;
  note: string;
  publishedBy: string;
  publishedAt: Date;
  /** The judging that it brought; null of one published before that was noted. */
  runId: string | null;
  standing: 'in_force' | 'ahead' | 'replaced';
};

/** Every version of the AUP, the latest in force first, as they stand today; for staff, else null. */
export async function listAupVersions(actor: Actor): Promise<ListedAupVersion[] | null> {
  if (!can(actor, 'onboarding:oversee')) return null;
  const rows = await asActor(actor, (tx) =>
    tx
      .select({
        id: aupVersions.id,
        version: aupVersions.version,
        inForceFrom: aupVersions.inForceFrom,
        note: aupVersions.note,
        publishedBy: people.name,
        publishedAt: aupVersions.publishedAt,
        runId: judgingRuns.id,
      })
      .from(aupVersions)
      .innerJoin(people, eq(people.id, aupVersions.publishedBy))
      .leftJoin(judgingRuns, eq(judgingRuns.aupVersionId, aupVersions.id))
      .orderBy(desc(aupVersions.inForceFrom)),
  );
  const today = londonDate(now());
  const current = aupInForce(rows, today);
  return rows.map((row) => ({
    ...row,
    standing: row.id === current?.id ? 'in_force' : row.inForceFrom > today ? 'ahead' : 'replaced',
  }));
}
