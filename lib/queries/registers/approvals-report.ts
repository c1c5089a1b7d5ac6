import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { APPROVAL_CHANGE_IDS, type ChangedApproval } from '@/lib/domain/approval-change';

const SHOWN = 25;

export type ApprovalsReport = {
  /** The gravest first, 25 of them. */
  changed: ChangedApproval[];
  /** How many changes more there are. */
  moreChanged: number;
};

/** What a run found changed of approvals. */
export async function readApprovalsReport(tx: Tx, runId: string): Promise<ApprovalsReport> {
  const order = sql.join(
    APPROVAL_CHANGE_IDS.map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await tx.execute<ChangedApproval & { all: number }>(sql`
    select c.organisation_id as "organisationId", o.name as supplier, o.ods_code as "odsCode",
      p.name as product, l.reference, c.change, c.before, c.after, count(*) over ()::int as all
    from approval_changes c join approvals a on a.id = c.approval_id
      join organisations o on o.id = c.organisation_id join products p on p.id = a.product_id
      join applications l on l.id = a.application_id
    where c.run_id = ${runId}
    order by array_position(array[${order}]::text[], c.change), o.name, l.reference limit ${SHOWN}`);
  const changed = rows.map(({ all: _, ...row }) => row);
  return { changed, moreChanged: (rows[0]?.all ?? 0) - changed.length };
}
