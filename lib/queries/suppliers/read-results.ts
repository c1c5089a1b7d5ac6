import { desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { spotChecks } from '@/db/schema';

/**
 * The spot checks of a supplier with what was found, the latest first: how many are satisfactory of
 * those drawn. Suppliers read it of what is finished, since only then the marks are theirs to see.
 */
export const readResults = (tx: Tx, organisationId: string) =>
  tx
    .select({
      id: spotChecks.id,
      number: spotChecks.number,
      state: spotChecks.state,
      drawnOn: spotChecks.drawnOn,
      dueOn: spotChecks.dueOn,
      closedAt: spotChecks.closedAt,
      result: sql<{ satisfactory: number; of: number }>`json_build_object(
        'satisfactory', (select count(*) from spot_check_marks m
          where m.spot_check_id = spot_checks.id and m.satisfactory),
        'of', (select count(*) from spot_check_items i where i.spot_check_id = spot_checks.id))`,
    })
    .from(spotChecks)
    .where(eq(spotChecks.organisationId, organisationId))
    .orderBy(desc(spotChecks.number));
