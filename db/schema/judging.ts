import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  APPROVAL_CHANGE_IDS,
  type ApprovalChange,
  type ApprovalStanding,
} from '@/lib/domain/approval-change';
import {
  JUDGING_CAUSES,
  JUDGING_CHANGE_IDS,
  JUDGING_STATES,
  type JudgingCause,
  type JudgingChange,
  type JudgingFound,
  type JudgingState,
} from '@/lib/domain/judging';
import { id, instant, oneOf } from './columns';
import { approvals } from './decisions';
import { aupVersions, onboardings } from './onboardings';
import { registerSnapshots } from './registers';

/** One judging of every live approval and onboarding: how far it is, and what it found. */
export const judgingRuns = pgTable(
  'judging_runs',
  {
    id: id(),
    cause: text().notNull().$type<JudgingCause>(),
    /** The file that brought it. */
    snapshotId: uuid().references(() => registerSnapshots.id),
    /** The version of the AUP that brought it. */
    aupVersionId: uuid().references(() => aupVersions.id),
    state: text().notNull().$type<JudgingState>(),
    /** Onboardings to judge, as counted at the beginning, and those judged. */
    total: integer().notNull().default(0),
    judged: integer().notNull().default(0),
    /** The last one judged; where it goes on after a worker died. */
    afterId: uuid(),
    /** The same of the approvals in force, which come first. */
    approvals: integer().notNull().default(0),
    approvalsJudged: integer().notNull().default(0),
    afterApprovalId: uuid(),
    /** How many changed and how, once it ended. */
    found: jsonb().$type<JudgingFound>(),
    askedAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    index('judging_runs_by_snapshot').on(t.snapshotId, t.askedAt),
    index('judging_runs_by_aup_version').on(t.aupVersionId),
    index('judging_runs_in_order').on(t.askedAt, t.id),
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

/** What each approval stood on when it was judged last, for the next time to be held against. */
export const judgedApprovals = pgTable(
  'judged_approvals',
  {
    approvalId: uuid().primaryKey(),
    organisationId: uuid().notNull(),
    standing: jsonb().notNull().$type<ApprovalStanding>(),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.approvalId],
      foreignColumns: [approvals.organisationId, approvals.id],
      name: 'judged_approvals_approval',
    }),
  ],
);

/** What a run found of an approval that it had not been before. */
export const approvalChanges = pgTable(
  'approval_changes',
  {
    runId: uuid()
      .notNull()
      .references(() => judgingRuns.id),
    organisationId: uuid().notNull(),
    approvalId: uuid().notNull(),
    change: text().notNull().$type<ApprovalChange>(),
    /** Statuses or names in the register, numbers of questions, or days. */
    before: text().notNull(),
    after: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.approvalId, t.change], name: 'approval_changes_pkey' }),
    foreignKey({
      columns: [t.organisationId, t.approvalId],
      foreignColumns: [approvals.organisationId, approvals.id],
      name: 'approval_changes_approval',
    }),
    oneOf('approval_changes_change', t.change, APPROVAL_CHANGE_IDS),
  ],
);
