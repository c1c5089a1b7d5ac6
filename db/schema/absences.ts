import { date, pgTable, uuid } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { instant } from './columns';
import { people } from './people';

/** Until when somebody of the staff gets nothing new; who is absent today is derived from the day. */
export const absences = pgTable('absences', {
  personId: uuid()
    .primaryKey()
    .references(() => people.id),
  /** The first day on which they are back. */
  until: date({ mode: 'string' }).$type<PlainDate>().notNull(),
  setBy: uuid()
    .notNull()
    .references(() => people.id),
  setAt: instant().notNull(),
});
