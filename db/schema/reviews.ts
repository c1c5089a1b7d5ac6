import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { QUESTION_IDS, type QuestionId, type ReasonId } from '@/lib/domain/questions/types';
import { type PointMark, VERDICTS, type Verdict } from '@/lib/domain/review';
import { applications } from './applications';
import { id, instant, oneOf } from './columns';
import { people } from './people';

/** An assessor's verdict on one question in one round. Suppliers have no grant on this table. */
export const questionReviews = pgTable(
  'question_reviews',
  {
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    round: integer().notNull(),
    questionId: text().notNull().$type<QuestionId>(),
    verdict: text().notNull().$type<Verdict>(),
    points: jsonb().notNull().$type<Record<string, PointMark>>(),
    reasons: text().array().notNull().$type<ReasonId[]>(),
    noteToSupplier: text().notNull(),
    reviewedBy: uuid()
      .notNull()
      .references(() => people.id),
    reviewedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.round, t.questionId] }),
    oneOf('question_reviews_question', t.questionId, QUESTION_IDS),
    oneOf('question_reviews_verdict', t.verdict, VERDICTS),
  ],
);

/** What staff write for each other, on a case or on one question. Suppliers have no grant here. */
export const staffNotes = pgTable(
  'staff_notes',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    questionId: text().$type<QuestionId>(),
    round: integer().notNull(),
    body: text().notNull(),
    writtenBy: uuid()
      .notNull()
      .references(() => people.id),
    writtenAt: instant().notNull(),
  },
  (t) => [index('staff_notes_application').on(t.applicationId, t.writtenAt)],
);

/** Assessors who must not handle a case. Suppliers have no grant here. */
export const conflictsOfInterest = pgTable(
  'conflicts_of_interest',
  {
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    reason: text().notNull(),
    declaredAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.personId] })],
);
