import { sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { Histogram } from '@/lib/domain/figure-sums';
import { forecastSince } from '@/lib/domain/forecast';
import type { Tx } from './client';

/** How many cases were decided lately, by the working days that they were with us; nobody's in particular. */
export async function readClosedCaseDays(tx: Tx, today: PlainDate): Promise<Histogram> {
  const rows = await tx.execute<{ days: number; cases: number }>(
    sql`select days, cases from closed_case_days(${forecastSince(today)}::date)`,
  );
  return new Map(rows.map(({ days, cases }) => [days, cases]));
}
