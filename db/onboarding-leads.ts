import { and, eq, ne, sql } from 'drizzle-orm';
import type { Tx } from './client';
import { onboardings } from './schema';

type Follower = { organisationId: string; productId: string; odsCode: string };

/**
 * Waits, until the transaction ends, for whoever else names leads in this ledger: two who name each
 * other at once would make a ring. Taken before any row is locked.
 */
export const queueForLeads = (tx: Tx, organisationId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('leads:' || ${organisationId}, 0))`);

const own = ({ organisationId, productId }: Follower) =>
  and(eq(onboardings.organisationId, organisationId), eq(onboardings.productId, productId));

/**
 * Why an onboarding may not have a lead, or null (an inference of ours, so that no ring can form):
 * the lead stands in the ledger for the same product and was not cancelled, has no lead of its own,
 * and who takes a lead leads nobody.
 */
export async function leadProblem(
  tx: Tx,
  row: Follower,
  leadOdsCode: string,
): Promise<string | null> {
  const [lead] = await tx
    .select({ leadOdsCode: onboardings.leadOdsCode, name: onboardings.name })
    .from(onboardings)
    .where(and(own(row), eq(onboardings.odsCode, leadOdsCode), ne(onboardings.state, 'cancelled')));
  if (!lead) return `${leadOdsCode} is not among your organisations for this product. Add it first`;
  if (lead.leadOdsCode)
    return `${lead.name} has a lead of its own, ${lead.leadOdsCode}. Enter that one`;
  const [led] = await tx
    .select({ name: onboardings.name })
    .from(onboardings)
    .where(and(own(row), eq(onboardings.leadOdsCode, row.odsCode)))
    .limit(1);
  return led ? `This organisation is the lead of ${led.name}, so it cannot have one itself` : null;
}
