import { sql } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { findGuidance, readNewestGuidance } from '@/db/guidance';
import { listed } from '@/db/schema/queue-order';
import { OPEN_STATUSES } from '@/lib/domain/application';
import type { Guidance } from '@/lib/domain/guidance';
import { type Actor, can } from '@/lib/domain/permissions';
import { type GuidanceVersion, readVersions } from './list-guidance';

/** Where counting stops: one more is said as 'more than'. */
const COUNT_CAP = 1000;
const MOST_SINCE = 10;

export type GuidanceFormView = {
  newest: Guidance;
  /** The version that its writer saw; the newest where that is not known. */
  seen: Guidance;
  /** What was published since, the latest first. */
  since: GuidanceVersion[];
  /** Open applications, which keep the version that they have; at most one more than 1,000. */
  underWay: number;
};

/** What the form of a question needs, for managers, else null. `seen` is the version it was begun with. */
export async function getGuidanceForm(
  actor: Actor,
  seen: number | null,
): Promise<GuidanceFormView | null> {
  if (!can(actor, 'guidance:publish')) return null;
  return asActor(actor, async (tx) => {
    const newest = await readNewestGuidance(tx);
    const known = seen !== null && seen < newest.number ? await findGuidance(tx, seen) : null;
    const [open] = await tx.execute<{ count: number }>(sql`select count(*)::integer as count
      from (select 1 from applications where status in (${listed(OPEN_STATUSES)})
        limit ${COUNT_CAP + 1}) a`);
    return {
      newest,
      seen: known ?? newest,
      since: known
        ? await readVersions(
            tx,
            newest.number + 1,
            Math.min(newest.number - known.number, MOST_SINCE),
          )
        : [],
      underWay: open?.count ?? 0,
    };
  });
}
