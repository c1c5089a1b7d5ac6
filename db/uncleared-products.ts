import { asc, eq, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { VERDICT_IDS } from '@/lib/domain/onboarding-verdict';
import { clearanceLine } from '@/lib/domain/product-assurance';
import { readApprovalsInForce } from './approvals';
import type { Tx } from './client';
import { products } from './schema';

/** Counts stop one past it. */
const LIVE_COUNTED = 1000;

type Reading = { today: PlainDate; whose: 'your' | 'the' };

/** The products of a supplier by name, each with whether and until when it is cleared for live. */
export async function readClearances(tx: Tx, organisationId: string, { today, whose }: Reading) {
  const owned = await tx
    .select({ id: products.id, name: products.name })
    .from(products)
    .where(eq(products.organisationId, organisationId))
    .orderBy(asc(products.name), asc(products.id));
  const approvals = await readApprovalsInForce(tx, organisationId);
  return owned.map((product) => ({
    ...product,
    clearance: clearanceLine(approvals.get(product.id) ?? null, today, whose),
  }));
}
type Cleared = Awaited<ReturnType<typeof readClearances>>[number];

/** How many are live in each product, up to a cap; every verdict is named for the index's sake. */
async function countLive(tx: Tx, organisationId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, number>();
  const verdicts = sql.join(
    VERDICT_IDS.map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await tx.execute<{ id: string; live: number }>(sql`
    select p.id, (select count(*) from (select 1 from onboardings e
      where e.organisation_id = ${organisationId} and e.state = 'live' and e.verdict in (${verdicts})
        and e.product_id = p.id
      limit ${LIVE_COUNTED + 1}) c)::integer as live
    from products p where p.organisation_id = ${organisationId}
      and p.id in (${sql.join(
        ids.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})`);
  return new Map(rows.map(({ id, live }) => [id, live]));
}

/** Of those products the ones that are not cleared though something is live in them; 1,001 says 'more'. */
export async function findUncleared(tx: Tx, organisationId: string, all: readonly Cleared[]) {
  const not = all.filter(({ clearance }) => !clearance.cleared);
  const live = await countLive(
    tx,
    organisationId,
    not.map(({ id }) => id),
  );
  return not
    .map(({ id, name, clearance }) => ({
      ...{ id, name, sentence: clearance.sentence, live: live.get(id) ?? 0 },
    }))
    .filter((product) => product.live > 0);
}
export type UnclearedProduct = Awaited<ReturnType<typeof findUncleared>>[number];
