import { sql } from 'drizzle-orm';
import { readLapseCounts } from '@/db/assurances';
import { asActor, type Tx } from '@/db/client';
import type { AssuranceCause } from '@/lib/domain/assurance';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import {
  type LapseCursor,
  type LapseWhich,
  lapseSpan,
  lapsesIn,
  MOST_ASKED,
} from '@/lib/domain/lapses';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';

export type LapseRow = {
  id: string;
  until: PlainDate;
  cause: AssuranceCause | null;
  organisationId: string;
  supplier: string;
  odsCode: string | null;
  product: string;
  /** The application that earned the approval. */
  reference: string;
};
export type LapseList = { rows: LapseRow[]; next: LapseCursor | null };

/** The approvals in force that a list asks for, the first to end first. */
export async function readLapses(
  tx: Tx,
  which: LapseWhich,
  { today, after, most }: { today: PlainDate; after: LapseCursor | null; most: number },
): Promise<LapseList> {
  const { from, to } = lapseSpan(which, today);
  // What nothing assures has as its last day the one on which it began: no later day need be looked at.
  const lapsed = which === 'lapsed';
  const found = await tx.execute<LapseRow>(sql`
    with page as materialized (
      select * from assurances where true
        ${from ? sql`and until >= ${from}::date and cause is not null` : sql``}
        ${lapsed ? sql`and until <= ${today}::date and (until <= ${to}::date or cause is null)` : to ? sql`and until <= ${to}::date` : sql``}
        ${after ? sql`and (until, approval_id) > (${after.until}::date, ${after.id}::uuid)` : sql``}
      order by until, approval_id limit ${most + 1})
    select s.approval_id as id, to_char(s.until, 'YYYY-MM-DD') as until, s.cause, o.id as "organisationId",
      o.name as supplier, o.ods_code as "odsCode", p.name as product, l.reference
    from page s join approvals a on a.id = s.approval_id
      join organisations o on o.id = a.organisation_id join products p on p.id = a.product_id
      join applications l on l.id = a.application_id
    order by s.until, s.approval_id`);
  const rows = [...found].slice(0, most);
  const last = rows.at(-1);
  return { rows, next: found.length > most && last ? { until: last.until, id: last.id } : null };
}

/** The same for whoever reads managers' figures, else null. */
export async function listLapses(
  actor: PersonActor,
  which: LapseWhich,
  { after = null, most = MOST_ASKED }: { after?: LapseCursor | null; most?: number } = {},
): Promise<LapseList | null> {
  if (!can(actor, 'figures:view')) return null;
  const today = londonDate(now());
  return asActor(actor, (tx) => readLapses(tx, which, { today, after, most }));
}

const AT_A_TIME = 1000;

/**
 * Every approval in force that a list asks for, the first to end first, some at a time, each a
 * transaction of its own: nothing is held whole. Nothing for whoever is no manager.
 */
export async function* exportLapses(
  actor: PersonActor,
  which: LapseWhich,
  atATime = AT_A_TIME,
): AsyncGenerator<LapseRow[]> {
  for (let after: LapseCursor | null = null; ; ) {
    const page: LapseList | null = await listLapses(actor, which, { after, most: atATime });
    if (!page) return;
    yield page.rows;
    if (!page.next) return;
    after = page.next;
  }
}

/** How many those are; null for whoever is no manager. */
export async function countLapses(actor: PersonActor, which: LapseWhich): Promise<number | null> {
  if (!can(actor, 'figures:view')) return null;
  const counts = await asActor(actor, readLapseCounts);
  return lapsesIn(counts, which, londonDate(now()));
}
