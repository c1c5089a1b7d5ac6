import { desc, eq, lt } from 'drizzle-orm';
import { countCasesOver, readCalendar } from '@/db/calendars';
import { asActor, type Tx } from '@/db/client';
import { people, calendarVersions as versions } from '@/db/schema';
import {
  BASE_CALENDAR,
  type Calendar,
  type CalendarChanges,
  type CalendarVersion,
  calendarChanges,
  calendarOf,
  type Holiday,
} from '@/lib/domain/calendar';
import { type Actor, can } from '@/lib/domain/permissions';

const PAGE = 10;

export type CalendarsView = {
  inForce: Calendar;
  /** The latest first, ten at a time. */
  versions: CalendarVersion[];
  /** Where the next page begins; null: this is the last. */
  next: number | null;
};

const of = (number: number, days: Holiday[] | null): Calendar =>
  days ? calendarOf(number, days) : BASE_CALENDAR;

async function readVersions(tx: Tx, before: number): Promise<CalendarVersion[]> {
  const { number, days, fileName, sha256, source, reason, at } = versions;
  const rows = await tx
    .select({ number, days, fileName, sha256, source, reason, at, publishedBy: people.name })
    .from(versions)
    .leftJoin(people, eq(people.id, versions.publishedBy))
    .where(lt(number, before))
    .orderBy(desc(number))
    .limit(PAGE + 1);
  return rows.slice(0, PAGE).map(({ days, ...row }, index): CalendarVersion => {
    const earlier = rows[index + 1];
    const was = earlier ? of(earlier.number, earlier.days) : BASE_CALENDAR;
    const calendar = of(row.number, days);
    const changes = calendarChanges(was, calendar);
    return { ...row, covers: calendar.covers, days: days ?? [], changes };
  });
}

/** The calendar in force and its versions, those before a number where one is given; for managers, else null. */
export async function getCalendars(actor: Actor, before?: number): Promise<CalendarsView | null> {
  if (!can(actor, 'calendar:publish')) return null;
  return asActor(actor, async (tx) => {
    const inForce = await readCalendar(tx);
    const found = await readVersions(tx, before ?? inForce.number + 1);
    const last = found.at(-1)?.number ?? 1;
    return { inForce, versions: found, next: last > 1 ? last : null };
  });
}

export type CalendarPreview = {
  inForce: Calendar;
  /** Whoever published the one in force, and what it changed. */
  newest: CalendarVersion | null;
  after: Calendar;
  changes: CalendarChanges;
  /** Cases whose counted days reach over a changed day. */
  cases: number;
};

/** What would change if these days were published; for managers, else null. */
export async function previewCalendar(
  actor: Actor,
  days: readonly Holiday[],
): Promise<CalendarPreview | null> {
  if (!can(actor, 'calendar:publish')) return null;
  return asActor(actor, async (tx) => {
    const inForce = await readCalendar(tx);
    const [newest = null] = await readVersions(tx, inForce.number + 1);
    const after = calendarOf(inForce.number + 1, days);
    const changes = calendarChanges(inForce, after);
    const cases = await countCasesOver(tx, [...changes.added, ...changes.removed]);
    return { inForce, newest, after, changes, cases };
  });
}
