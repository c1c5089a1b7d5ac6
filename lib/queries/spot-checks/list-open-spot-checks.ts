import { and, asc, count, eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { spotCheckItems, spotChecks } from '@/db/schema';
import type { PlainDate } from '@/lib/domain/dates';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';

export type OpenSpotCheck = { id: string; number: number; dueOn: PlainDate; count: number };

/** The spot checks that wait for their supplier, the first due first; none for anybody else. */
export async function listOpenSpotChecks(actor: PersonActor): Promise<OpenSpotCheck[]> {
  if (!isSupplier(actor) || !can(actor, 'onboarding:view')) return [];
  return asActor(actor, (tx) =>
    tx
      .select({
        id: spotChecks.id,
        number: spotChecks.number,
        dueOn: spotChecks.dueOn,
        count: count(spotCheckItems.id),
      })
      .from(spotChecks)
      .innerJoin(spotCheckItems, eq(spotCheckItems.spotCheckId, spotChecks.id))
      .where(and(eq(spotChecks.organisationId, actor.organisationId), eq(spotChecks.state, 'open')))
      .groupBy(spotChecks.id, spotChecks.number, spotChecks.dueOn)
      .orderBy(asc(spotChecks.dueOn), asc(spotChecks.number)),
  );
}
