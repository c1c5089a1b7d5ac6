import { desc, eq, lte, sql } from 'drizzle-orm';
import { BASE_CALENDAR, type Calendar, calendarOf } from '@/lib/domain/calendar';
import type { PlainDate } from '@/lib/domain/dates';
import type { Tx } from './client';
import { calendarVersions as versions } from './schema';

/** By the version's id, since no version ever changes. */
const read = new Map<string, Calendar>();

async function find(tx: Tx, at?: Date): Promise<Calendar> {
  const [newest] = await tx
    .select({ id: versions.id, number: versions.number })
    .from(versions)
    .where(at && lte(versions.at, at))
    .orderBy(desc(versions.number))
    .limit(1);
  if (!newest || newest.number === BASE_CALENDAR.number) return BASE_CALENDAR;
  const known = read.get(newest.id);
  if (known) return known;
  const [row] = await tx
    .select({ days: versions.days })
    .from(versions)
    .where(eq(versions.id, newest.id));
  if (!row?.days) throw new Error(`version ${newest.number} of the calendar has no days`);
  const calendar = calendarOf(newest.number, row.days);
  read.set(newest.id, calendar);
  return calendar;
}

const inForce = new WeakMap<Tx, Promise<Calendar>>();

/** The calendar that everything is counted by now: one for all that a transaction counts, read once. */
export function readCalendar(tx: Tx): Promise<Calendar> {
  const known = inForce.get(tx) ?? find(tx);
  inForce.set(tx, known);
  return known;
}

/** The calendar that was in force at an instant, which is what was promised then was counted by. */
export const readCalendarAt = (tx: Tx, at: Date): Promise<Calendar> => find(tx, at);

const dates = (days: readonly PlainDate[]) => sql`${sql.param([...days])}::text[]::date[]`;

/** How many cases have counted days that reach over one of these. */
export async function countCasesOver(tx: Tx, days: readonly PlainDate[]): Promise<number> {
  if (days.length === 0) return 0;
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::integer as count from cases_counted_over(${dates(days)})`,
  );
  return row?.count ?? 0;
}

/** Has those cases counted anew by a job, once this transaction is through; answers how many. */
export async function countAgain(tx: Tx, days: readonly PlainDate[]): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count_again(${dates(days)}) as count`,
  );
  return row?.count ?? 0;
}
