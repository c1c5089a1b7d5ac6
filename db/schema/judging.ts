import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  JUDGING_CAUSES,
  JUDGING_CHANGE_IDS,
  JUDGING_STATES,
  type JudgingCause,
  type JudgingChange,
  type JudgingState,
} from '@/lib/domain/judging';
import { id, instant, oneOf } from './columns';
import { onboardings } from './onboardings';
import { registerSnapshots } from './registers';

/** One judging of every onboarding: how far it is, and what it found. */
export const judgingRuns = pgTable(
  'judging_runs',
  {
    id: id(),
    cause: text().notNull().$type<JudgingCause>(),
    /** The file that brought it. */
    snapshotId: uuid().references(() => registerSnapshots.id),
    state: text().notNull().$type<JudgingState>(),
    /** Onboardings to judge, as counted at the beginning, and those judged. */
    total: integer().notNull().default(0),
    judged: integer().notNull().default(0),
    /** The last one judged; where it goes on after a worker died. */
    afterId: uuid(),
    askedAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    index('judging_runs_by_snapshot').on(t.snapshotId, t.askedAt),
    index('judging_runs_open').on(t.askedAt).where(sql`state <> 'done'`),
    oneOf('judging_runs_cause', t.cause, Object.keys(JUDGING_CAUSES)),
    oneOf('judging_runs_state', t.state, JUDGING_STATES),
  ],
);

/** What a run found of an onboarding that it had not been before. */
export const judgingChanges = pgTable(
  'judging_changes',
  {
    runId: uuid()
      .notNull()
      .references(() => judgingRuns.id),
    organisationId: uuid().notNull(),
    onboardingId: uuid().notNull(),
    change: text().notNull().$type<JudgingChange>(),
    /** Verdicts, or names in the register. */
    before: text().notNull(),
    after: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.organisationId, t.onboardingId, t.change] }),
    foreignKey({
      columns: [t.organisationId, t.onboardingId],
      foreignColumns: [onboardings.organisationId, onboardings.id],
      name: 'judging_changes_onboarding',
    }),
    oneOf('judging_changes_change', t.change, JUDGING_CHANGE_IDS),
  ],
);
