import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from './client';
import { applications, recommendations } from './schema';

/** Who recommended the decision that waits for a second person, of the cases where one does. */
export async function readPendingRecommenders(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: recommendations.applicationId, by: recommendations.recommendedBy })
    .from(recommendations)
    .innerJoin(applications, eq(applications.id, recommendations.applicationId))
    .where(
      and(
        inArray(recommendations.applicationId, [...ids]),
        eq(applications.status, 'recommended'),
        eq(recommendations.status, 'open'),
      ),
    );
  return new Map(rows.map(({ id, by }) => [id, by]));
}
