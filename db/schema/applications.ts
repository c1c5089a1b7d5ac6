import { sql } from 'drizzle-orm';
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { KINDS, OPEN_STATUSES, STATUS_IDS } from '@/lib/domain/application';
import { ASSIGNABLE_STATUSES } from '@/lib/domain/assignment';
import type { PlainDate } from '@/lib/domain/dates';
import { QUESTION_IDS } from '@/lib/domain/questions/types';
import { id, instant, oneOf } from './columns';
import { guidanceVersions } from './guidance-versions';
import { products } from './organisations';
import { people } from './people';
import { ageOrder, dueOrder, listed, resubmittedFirst } from './queue-order';

const assignable = sql`status in (${listed(ASSIGNABLE_STATUSES)})`;
const unassigned = sql`assignee_id is null and status in (${listed(ASSIGNABLE_STATUSES)})`;
const open = listed(OPEN_STATUSES);

/** One run of the section for one product. */
export const applications = pgTable(
  'applications',
  {
    id: id(),
    reference: text().notNull().unique(),
    organisationId: uuid().notNull(),
    productId: uuid().notNull(),
    kind: text().notNull().$type<(typeof KINDS)[number]>(),
    predecessorId: uuid(),
    status: text().notNull().$type<(typeof STATUS_IDS)[number]>(),
    /** The submission under review, or being prepared: 1 to 4. */
    round: integer().notNull().default(1),
    assigneeId: uuid().references(() => people.id),
    requestsSent: integer().notNull().default(0),
    /** How many there may be, as it was set when the case was started. */
    requestsMost: integer().notNull().default(3),
    /** The version of the guidance that held when the case was started. */
    guidance: integer()
      .notNull()
      .default(1)
      .references(() => guidanceVersions.number),
    /** When the round under review was received; null in the first draft. */
    submittedAt: instant(),
    /** Who must act by when: the assessor's target day, or the request's due date. Null: nobody must. */
    dueOn: date({ mode: 'string' }).$type<PlainDate>(),
    /** When the status last changed. */
    statusAt: instant().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
    /** Folded text that staff search by trigram: reference, supplier, product. */
    searchText: text().notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.productId],
      foreignColumns: [products.organisationId, products.id],
      name: 'applications_product',
    }),
    foreignKey({
      columns: [t.organisationId, t.predecessorId],
      foreignColumns: [t.organisationId, t.id],
      name: 'applications_predecessor',
    }),
    unique('applications_organisation').on(t.organisationId, t.id),
    uniqueIndex('applications_one_open').on(t.productId).where(sql`status in (${open})`),
    index('applications_by_organisation').on(t.organisationId, t.createdAt, t.id),
    index('applications_by_product').on(t.productId),
    // The orders of the queue: each view walks one index and stops after a page.
    index('applications_by_status_due').on(t.status, dueOrder(t), t.id),
    index('applications_by_status_age').on(t.status, ageOrder(t), t.id),
    index('applications_by_due').on(dueOrder(t), t.id),
    index('applications_by_age').on(ageOrder(t), t.id),
    index('applications_open_due').on(dueOrder(t), t.id).where(assignable),
    index('applications_open_age').on(ageOrder(t), t.id).where(assignable),
    index('applications_unassigned_due').on(dueOrder(t), t.id).where(unassigned),
    index('applications_unassigned_age').on(ageOrder(t), t.id).where(unassigned),
    index('applications_of_assignee_due')
      .on(t.assigneeId, resubmittedFirst(t), dueOrder(t), t.id)
      .where(assignable),
    index('applications_of_assignee_age').on(t.assigneeId, ageOrder(t), t.id).where(assignable),
    // What each assessor has, counted without a look at the rows.
    index('applications_workload')
      .on(t.assigneeId, t.status, t.dueOn, t.submittedAt)
      .where(assignable),
    index('applications_search').using('gin', sql`${t.searchText} gin_trgm_ops`),
    oneOf('applications_status', t.status, STATUS_IDS),
    oneOf('applications_kind', t.kind, KINDS),
  ],
);

/** The answers as typed, one row a question; their version keeps colleagues from overwriting. */
export const answers = pgTable(
  'answers',
  {
    applicationId: uuid().notNull(),
    questionId: text().notNull().$type<(typeof QUESTION_IDS)[number]>(),
    organisationId: uuid().notNull(),
    fields: jsonb().notNull().$type<Record<string, string | string[]>>(),
    /** The fields as the last event told them; autosave changes `fields` alone. */
    recorded: jsonb().$type<Record<string, string | string[]>>(),
    version: integer().notNull().default(1),
    savedBy: uuid()
      .notNull()
      .references(() => people.id),
    savedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.questionId] }),
    foreignKey({
      columns: [t.organisationId, t.applicationId],
      foreignColumns: [applications.organisationId, applications.id],
      name: 'answers_application',
    }),
    oneOf('answers_question', t.questionId, QUESTION_IDS),
  ],
);

/** A question that the request left closed and the supplier opened, with the reason given. */
export const unlockedQuestions = pgTable(
  'unlocked_questions',
  {
    applicationId: uuid().notNull(),
    /** The round that is being prepared: one more than the application's. */
    round: integer().notNull(),
    questionId: text().notNull().$type<(typeof QUESTION_IDS)[number]>(),
    organisationId: uuid().notNull(),
    reason: text().notNull(),
    unlockedBy: uuid()
      .notNull()
      .references(() => people.id),
    unlockedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.round, t.questionId] }),
    foreignKey({
      columns: [t.organisationId, t.applicationId],
      foreignColumns: [applications.organisationId, applications.id],
      name: 'unlocked_questions_application',
    }),
    oneOf('unlocked_questions_question', t.questionId, QUESTION_IDS),
  ],
);
