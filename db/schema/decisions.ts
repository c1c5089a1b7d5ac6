import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import {
  APPROVAL_STATUSES,
  type ApprovalStatus,
  type DecisionCondition,
  OUTCOMES,
  type Outcome,
  RECOMMENDATION_STATUSES,
  type RecommendationStatus,
} from '@/lib/domain/decision';
import { QUESTION_IDS, type QuestionId } from '@/lib/domain/questions/types';
import { applications } from './applications';
import { id, instant, oneOf } from './columns';
import { products } from './organisations';
import { people } from './people';

/** What an assessor recommends; suppliers have no grant here. */
export const recommendations = pgTable(
  'recommendations',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    round: integer().notNull(),
    outcome: text().notNull().$type<Outcome>(),
    reasons: text().notNull(),
    conditions: jsonb().notNull().$type<DecisionCondition[]>(),
    status: text().notNull().$type<RecommendationStatus>(),
    recommendedBy: uuid()
      .notNull()
      .references(() => people.id),
    recommendedAt: instant().notNull(),
    settledBy: uuid().references(() => people.id),
    settledAt: instant(),
    /** Why the second person sent it back. */
    settledNote: text(),
  },
  (t) => [
    uniqueIndex('recommendations_one_open').on(t.applicationId).where(sql`status = 'open'`),
    index('recommendations_application').on(t.applicationId, t.recommendedAt),
    oneOf('recommendations_outcome', t.outcome, OUTCOMES),
    oneOf('recommendations_status', t.status, RECOMMENDATION_STATUSES),
  ],
);

/** What two people decided, as the supplier reads it; `confirmedBy` is not granted to suppliers. */
export const decisions = pgTable(
  'decisions',
  {
    id: id(),
    applicationId: uuid().notNull(),
    organisationId: uuid().notNull(),
    recommendationId: uuid()
      .notNull()
      .references(() => recommendations.id),
    outcome: text().notNull().$type<Outcome>(),
    reasons: text().notNull(),
    decidedAt: instant().notNull(),
    confirmedBy: uuid()
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.applicationId],
      foreignColumns: [applications.organisationId, applications.id],
      name: 'decisions_application',
    }),
    unique('decisions_organisation').on(t.organisationId, t.id),
    index('decisions_by_application').on(t.applicationId, t.decidedAt),
    index('decisions_by_day').on(t.decidedAt),
    oneOf('decisions_outcome', t.outcome, OUTCOMES),
  ],
);

/** What an approval with conditions still asks for. */
export const conditions = pgTable(
  'conditions',
  {
    id: id(),
    decisionId: uuid().notNull(),
    organisationId: uuid().notNull(),
    questionId: text().notNull().$type<QuestionId>(),
    text: text().notNull(),
    dueOn: date({ mode: 'string' }).$type<PlainDate>().notNull(),
    metAt: instant(),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.decisionId],
      foreignColumns: [decisions.organisationId, decisions.id],
      name: 'conditions_decision',
    }),
    index('conditions_by_decision').on(t.decisionId),
    oneOf('conditions_question', t.questionId, QUESTION_IDS),
  ],
);

/** What a confirmed approval began; it lives on after the application that earned it. */
export const approvals = pgTable(
  'approvals',
  {
    id: id(),
    organisationId: uuid().notNull(),
    productId: uuid().notNull(),
    applicationId: uuid().notNull(),
    decisionId: uuid().notNull(),
    status: text().notNull().$type<ApprovalStatus>(),
    /** Whether the verdict on the ISMS relied on the certificate; suppliers may not read verdicts. */
    certificateReliedOn: boolean().notNull(),
    beganAt: instant().notNull(),
    statusAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.productId],
      foreignColumns: [products.organisationId, products.id],
      name: 'approvals_product',
    }),
    foreignKey({
      columns: [t.organisationId, t.applicationId],
      foreignColumns: [applications.organisationId, applications.id],
      name: 'approvals_application',
    }),
    foreignKey({
      columns: [t.organisationId, t.decisionId],
      foreignColumns: [decisions.organisationId, decisions.id],
      name: 'approvals_decision',
    }),
    uniqueIndex('approvals_one_in_force').on(t.productId).where(sql`status = 'in_force'`),
    unique('approvals_of_decision').on(t.decisionId),
    unique('approvals_organisation').on(t.organisationId, t.id),
    oneOf('approvals_status', t.status, APPROVAL_STATUSES),
  ],
);
