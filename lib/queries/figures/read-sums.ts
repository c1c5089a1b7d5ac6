import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Measure } from '@/lib/domain/case-figures';
import { periodOf } from '@/lib/domain/figure-periods';
import type { FigureFilter, FigureSum, FigureTotal } from '@/lib/domain/figure-sums';

const list = (measures: readonly Measure[]) => sql.param([...measures]);

// 'is not distinct from' would use no index.
const byWhom = ({ assessorId }: FigureFilter): SQL =>
  assessorId ? sql`assessor_id = ${assessorId}::uuid` : sql`assessor_id is null`;

/** The sums that are kept: of whole periods, of everybody or of one assessor. */
const kept = (measures: readonly Measure[], filter: FigureFilter): SQL => sql`
  select starts_on, measure, label, value, cases from figure_sums
  where period = ${filter.period} and measure = any(${list(measures)}::text[])
    and ${byWhom(filter)}
    and starts_on between ${periodOf(filter.period, filter.from)} and ${filter.to}`;

/** The same of one supplier, which has few cases, summed as they are read. */
const ofSupplier = (measures: readonly Measure[], filter: FigureFilter): SQL => sql`
  select date_trunc(${filter.period}, on_day)::date as starts_on, measure, label, value, count(*)::int as cases
  from case_figures
  where organisation_id = coalesce(${filter.organisationId}::uuid,
      (select p.organisation_id from products p where p.id = ${filter.productId}::uuid))
    and measure = any(${list(measures)}::text[])
    and on_day >= ${periodOf(filter.period, filter.from)}
    and date_trunc(${filter.period}, on_day) <= ${filter.to}::date
    and (${filter.assessorId}::uuid is null or assessor_id = ${filter.assessorId}::uuid)
    and (${filter.productId}::uuid is null or product_id = ${filter.productId}::uuid)
  group by 1, 2, 3, 4`;

/**
 * The sums of some measures in the periods that a time touches: whole weeks or months, also where it
 * begins or ends within one. A product is looked at as one of its supplier's.
 */
const sumsOf = (measures: readonly Measure[], filter: FigureFilter): SQL =>
  filter.organisationId || filter.productId ? ofSupplier(measures, filter) : kept(measures, filter);

/** The sums by value and label, or, where labels do not matter, by value alone. */
export async function readSums(
  tx: Tx,
  measures: readonly Measure[],
  filter: FigureFilter,
  { labels }: { labels: boolean },
): Promise<FigureSum[]> {
  const label = labels ? sql`label` : sql`''`;
  const found = await tx.execute<FigureSum>(sql`
    select to_char(starts_on, 'YYYY-MM-DD') as "startsOn", measure, ${label} as label, value, sum(cases)::int as cases
    from (${sumsOf(measures, filter)}) s group by 1, 2, 3, 4`);
  return [...found];
}

/** The totals of some measures in the same periods. */
export async function readTotals(
  tx: Tx,
  measures: readonly Measure[],
  filter: FigureFilter,
): Promise<FigureTotal[]> {
  const found = await tx.execute<FigureTotal>(sql`
    select to_char(starts_on, 'YYYY-MM-DD') as "startsOn", measure, sum(cases)::int as cases,
      sum(cases * value)::int as total
    from (${sumsOf(measures, filter)}) s group by 1, 2`);
  return [...found];
}

/** Since when figures are not counted: the oldest mark; null where every case is. */
export async function readCountedUntil(tx: Tx): Promise<Date | null> {
  const [row] = await tx.execute<{ at: string | null }>(
    sql`select (select at from case_marks order by at, id limit 1) as at`,
  );
  return row?.at ? new Date(row.at) : null;
}
