import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { FrozenDeclaration } from '@/lib/domain/declaration';
import { applications } from './applications';
import { id, instant } from './columns';
import { people } from './people';

/**
 * The answers as submitted, frozen with the wording; never updated. A round that was taken back and
 * submitted again has several rows: the one with the highest place in the chain stands.
 */
export const declarations = pgTable(
  'declarations',
  {
    id: id(),
    applicationId: uuid().notNull(),
    organisationId: uuid().notNull(),
    round: integer().notNull(),
    /** Made by the form, so that pressing twice submits once. */
    idempotencyKey: text().notNull(),
    catalogueVersion: text().notNull(),
    frozen: jsonb().notNull().$type<FrozenDeclaration>(),
    signatoryId: uuid()
      .notNull()
      .references(() => people.id),
    signatoryName: text().notNull(),
    submittedAt: instant().notNull(),
    /** Head of the application's chain of events with this submission, printed on the receipt. */
    chainSequence: integer().notNull(),
    chainHead: text().notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.applicationId],
      foreignColumns: [applications.organisationId, applications.id],
      name: 'declarations_application',
    }),
    unique('declarations_round').on(t.applicationId, t.round, t.chainSequence),
    unique('declarations_key').on(t.applicationId, t.idempotencyKey),
    index('declarations_organisation').on(t.organisationId, t.submittedAt),
  ],
);
