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
  uuid,
} from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { QUESTION_IDS, type QuestionId, type ReasonId } from '@/lib/domain/questions/types';
import { REQUEST_STATUSES, type RequestStatus } from '@/lib/domain/request';
import { applications } from './applications';
import { id, instant, oneOf } from './columns';
import { people } from './people';

/** What an assessor asks a supplier for after a round; `sentBy` is not granted to suppliers. */
export const informationRequests = pgTable(
  'information_requests',
  {
    id: id(),
    applicationId: uuid().notNull(),
    organisationId: uuid().notNull(),
    round: integer().notNull(),
    status: text().notNull().$type<RequestStatus>(),
    dueOn: date({ mode: 'string' }).$type<PlainDate>().notNull(),
    message: text().notNull(),
    sentAt: instant().notNull(),
    sentBy: uuid()
      .notNull()
      .references(() => people.id),
    endedAt: instant(),
    /** The supplier's wish for more time, and why. */
    extensionAskedAt: instant(),
    extensionReason: text(),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.applicationId],
      foreignColumns: [applications.organisationId, applications.id],
      name: 'information_requests_application',
    }),
    unique('information_requests_organisation').on(t.organisationId, t.id),
    index('information_requests_by_application').on(t.applicationId, t.sentAt),
    index('information_requests_open').on(t.dueOn).where(sql`status = 'open'`),
    oneOf('information_requests_status', t.status, REQUEST_STATUSES),
  ],
);

/** One flagged question, as it was sent. */
export const informationRequestItems = pgTable(
  'information_request_items',
  {
    requestId: uuid().notNull(),
    organisationId: uuid().notNull(),
    questionId: text().notNull().$type<QuestionId>(),
    reasons: text().array().notNull().$type<ReasonId[]>(),
    /** Coverage points that were not covered, in the words shown. */
    missing: jsonb().notNull().$type<string[]>(),
    note: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.requestId, t.questionId] }),
    foreignKey({
      columns: [t.organisationId, t.requestId],
      foreignColumns: [informationRequests.organisationId, informationRequests.id],
      name: 'information_request_items_request',
    }),
    oneOf('information_request_items_question', t.questionId, QUESTION_IDS),
  ],
);
