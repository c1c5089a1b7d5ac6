import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { id, instant } from './columns';
import { organisations } from './organisations';
import { people } from './people';

/** That a supplier became part of another one; never changed and never deleted. */
export const successions = pgTable(
  'successions',
  {
    id: id(),
    predecessorId: uuid()
      .notNull()
      .references(() => organisations.id),
    successorId: uuid()
      .notNull()
      .references(() => organisations.id),
    effectiveOn: date({ mode: 'string' }).notNull().$type<PlainDate>(),
    reason: text().notNull(),
    /** What ODS said of the predecessor's code when it was recorded; null where it has none. */
    evidence: text(),
    recordedBy: uuid()
      .notNull()
      .references(() => people.id),
    recordedAt: instant().notNull(),
  },
  (t) => [
    check('successions_itself', sql`${t.predecessorId} <> ${t.successorId}`),
    index('successions_predecessor').on(t.predecessorId),
    index('successions_successor').on(t.successorId),
  ],
);

/** That such a record was a mistake, or holds no longer: a record of its own. */
export const successionEnds = pgTable('succession_ends', {
  successionId: uuid()
    .primaryKey()
    .references(() => successions.id),
  reason: text().notNull(),
  endedBy: uuid()
    .notNull()
    .references(() => people.id),
  endedAt: instant().notNull(),
});
