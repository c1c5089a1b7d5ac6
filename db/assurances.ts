import { eq, gt, inArray, sql } from 'drizzle-orm';
import type { Assurance } from '@/lib/domain/assurance';
import type { LapseCount } from '@/lib/domain/lapses';
import { productAssurance } from '@/lib/domain/product-assurance';
import { type ReadApproval, readApprovalFacts } from './approvals';
import type { Tx } from './client';
import { readShownStatuses } from './register-answers';
import { approvals, assurances } from './schema';

type Assured = Pick<ReadApproval, 'approvalId' | 'organisationId' | 'beganOn'> & {
  assured: Assurance | null;
};
type Kept = typeof assurances.$inferInsert;

const rowOf = ({ approvalId, organisationId, beganOn, assured }: Assured): Kept => ({
  ...{ approvalId, organisationId },
  ...{ until: assured?.until ?? beganOn, cause: assured?.cause ?? null },
});

/** Keeps until when approvals in force are assured; writes none that is as it was. */
export async function keepAssurances(tx: Tx, found: readonly Assured[]): Promise<void> {
  if (found.length === 0) return;
  await tx
    .insert(assurances)
    .values(found.map(rowOf))
    .onConflictDoUpdate({
      target: assurances.approvalId,
      set: { until: sql`excluded.until`, cause: sql`excluded.cause` },
      setWhere: sql`(assurances.until, assurances.cause) is distinct from (excluded.until, excluded.cause)`,
    });
}

/** Takes those away that are no longer in force. */
export async function dropAssurances(tx: Tx, approvalIds: readonly string[]): Promise<void> {
  if (approvalIds.length === 0) return;
  await tx.delete(assurances).where(inArray(assurances.approvalId, [...approvalIds]));
}

/** Holds a product, so that no judging of its approval is under way; before the approval is touched. */
export const holdProduct = (tx: Tx, productId: string) =>
  tx.execute(sql`select id from products where id = ${productId}::uuid for share`);

/**
 * Holds the next so many approvals in force after one, with their products, and answers their ids: what
 * is read of them then stands until the transaction ends.
 */
export async function holdApprovals(tx: Tx, after: string | null, most: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select a.id from approvals a join products p on p.id = a.product_id
    where a.status = 'in_force' and (${after}::uuid is null or a.id > ${after}::uuid)
    order by a.id limit ${most} for share of a, p`);
  return rows.map(({ id }) => id);
}

/** What the existing rule says of some approvals, by what is declared and what the register shows now. */
async function derive(tx: Tx, facts: readonly ReadApproval[]): Promise<Assured[]> {
  const shown = await readShownStatuses(
    tx,
    facts.map(({ code }) => code),
  );
  return facts.map((one) => ({
    ...one,
    assured: productAssurance({ ...one, shown: shown.get(one.code) ?? null }),
  }));
}

/** Works out until when the approval in force of a product is assured, where it has one, and keeps it. */
export async function assureProduct(tx: Tx, productId: string): Promise<void> {
  const facts = await readApprovalFacts(tx, eq(approvals.productId, productId));
  await keepAssurances(tx, await derive(tx, facts));
}

/** Approvals in force after one, with what is kept of each beside what the rule says; `last`: the end. */
export async function compareAssurances(
  tx: Tx,
  after: string | null,
  most: number,
): Promise<{ wrong: string[]; last: string | null }> {
  const facts = await readApprovalFacts(tx, after ? gt(approvals.id, after) : undefined, most);
  const kept = await tx
    .select()
    .from(assurances)
    .where(
      inArray(
        assurances.approvalId,
        facts.map(({ approvalId }) => approvalId),
      ),
    );
  const of = new Map(kept.map((row) => [row.approvalId, row]));
  const wrong = (await derive(tx, facts)).map(rowOf).filter((row) => {
    const own = of.get(row.approvalId);
    return own?.until !== row.until || own?.cause !== row.cause;
  });
  return {
    wrong: wrong.map(({ approvalId }) => approvalId),
    last: facts.at(-1)?.approvalId ?? null,
  };
}

/** Faults of the whole: what is kept of approvals not in force, and sums that are not those of the rows. */
export async function findAssuranceFaults(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ fault: string }>(sql`
    select 'Approval ' || s.approval_id || ' is kept and not in force' as fault
    from assurances s join approvals a on a.id = s.approval_id where a.status <> 'in_force'
    union all
    select concat_ws(' ', 'Of', until, cause, sum(approvals), 'more are counted than kept')
    from (select until, cause, approvals from assurance_counts
      union all select until, cause, -1 from assurances) c
    group by until, cause having sum(approvals) <> 0 limit 100`);
  return rows.map(({ fault }) => fault);
}

/** Folds together what each change added to the counts and took away; one does at a time. */
export async function foldAssuranceCounts(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('assurance counts', 0))`);
  await tx.execute(sql`
    with taken as (delete from assurance_counts returning until, cause, approvals)
    insert into assurance_counts select until, cause, sum(approvals) from taken
    group by 1, 2 having sum(approvals) <> 0`);
}

/** How many approvals in force end on each day, by cause. */
export async function readLapseCounts(tx: Tx): Promise<LapseCount[]> {
  const rows = await tx.execute<LapseCount>(sql`
    select to_char(until, 'YYYY-MM-DD') as until, cause, sum(approvals)::integer as approvals
    from assurance_counts group by until, cause having sum(approvals) <> 0 order by until, cause`);
  return [...rows];
}
