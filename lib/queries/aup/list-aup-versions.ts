import { desc, eq, sql } from 'drizzle-orm';
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
  /**
   * The judging that it brought: its own or, where it was published ahead, the first from the day on
   * which it took force. Null until then, and of one published before that was noted.
   */
  runId: string | null;
  /** Whether it was published before the day on which it takes force. */
  publishedAhead: boolean;
  standing: 'in_force' | 'ahead' | 'replaced';
};

/** The first judging from the day in London on which a version took force; its effect is found there. */
const firstInForce = sql<string | null>`(select first.id from judging_runs first
  where first.asked_at >= ${aupVersions.inForceFrom}::timestamp at time zone 'Europe/London'
  order by first.asked_at, first.id limit 1)`;

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
        ownRunId: judgingRuns.id,
        firstInForce,
      })
      .from(aupVersions)
      .innerJoin(people, eq(people.id, aupVersions.publishedBy))
      .leftJoin(judgingRuns, eq(judgingRuns.aupVersionId, aupVersions.id))
      .orderBy(desc(aupVersions.inForceFrom)),
  );
  const today = londonDate(now());
  const current = aupInForce(rows, today);
  return rows.map(({ ownRunId, firstInForce: first, ...row }) => {
    const publishedAhead = londonDate(row.publishedAt) < row.inForceFrom;
    const ahead = row.inForceFrom > today;
    return {
      ...{ ...row, publishedAhead, runId: ownRunId && publishedAhead ? first : ownRunId },
      standing: row.id === current?.id ? 'in_force' : ahead ? 'ahead' : 'replaced',
    };
  });
}
