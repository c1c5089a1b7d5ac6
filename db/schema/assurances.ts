import { date, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { ASSURANCE_CAUSES, type AssuranceCause } from '@/lib/domain/assurance';
import type { PlainDate } from '@/lib/domain/dates';
import { oneOf } from './columns';
import { approvals } from './decisions';

const assured = () => ({
  /** The last day. */
  until: date({ mode: 'string' }).notNull().$type<PlainDate>(),
  /** What ends it; null where no status passes, whose last day is the one on which it began. */
  cause: text().$type<AssuranceCause>(),
});

/** Until when each approval in force is assured: a row for each, and none for any other. */
export const assurances = pgTable(
  'assurances',
  { approvalId: uuid().primaryKey(), organisationId: uuid().notNull(), ...assured() },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.approvalId],
      foreignColumns: [approvals.organisationId, approvals.id],
      name: 'assurances_approval',
    }),
    index('assurances_in_order').on(t.until, t.approvalId),
    oneOf('assurances_cause', t.cause, ASSURANCE_CAUSES),
  ],
);

/**
 * How many approvals end on each day by each cause, to be summed: what each change added or took away,
 * written by triggers, and folded together by a job. Without a key, so that nobody waits for anybody.
 */
export const assuranceCounts = pgTable('assurance_counts', {
  ...assured(),
  approvals: integer().notNull(),
});
