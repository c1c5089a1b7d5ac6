import { sql } from 'drizzle-orm';
import { check, date, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Holiday } from '@/lib/domain/calendar';
import type { PlainDate } from '@/lib/domain/dates';
import { id, instant } from './columns';
import { people } from './people';

/** A version of the bank holidays; never changed and never deleted. */
export const calendarVersions = pgTable(
  'calendar_versions',
  {
    id: id(),
    /** Counts the versions, so that of two published at once one is refused. */
    number: integer().notNull(),
    /** The days as the file lists them, in order. Null: the first, which is worked out. */
    days: jsonb().$type<Holiday[]>(),
    /** The first and the last of them, between which nothing else is a bank holiday. */
    fromDay: date({ mode: 'string' }).$type<PlainDate>(),
    toDay: date({ mode: 'string' }).$type<PlainDate>(),
    fileName: text(),
    sha256: text(),
    /** Where the file was taken from, as typed. */
    source: text().notNull(),
    reason: text().notNull(),
    /** Null: as the portal began. */
    publishedBy: uuid().references(() => people.id),
    /** From then on it is what everything is counted by. */
    at: instant().notNull(),
  },
  (t) => [
    unique('calendar_versions_number').on(t.number),
    check(
      'calendar_versions_first',
      sql`num_nulls(${t.publishedBy}, ${t.days}, ${t.fromDay}, ${t.toDay}, ${t.fileName}, ${t.sha256})
        = case when ${t.number} = 1 then 6 else 0 end`,
    ),
    check('calendar_versions_days', sql`${t.fromDay} <= ${t.toDay}`),
  ],
);
