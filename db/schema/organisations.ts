import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { id, instant, oneOf } from './columns';

/** A supplier: the connecting party of the contract. */
export const organisations = pgTable(
  'organisations',
  {
    id: id(),
    name: text().notNull(),
    odsCode: text(),
    dsptIdentifier: text(),
    profile: text(),
    active: boolean().notNull().default(true),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('organisations_by_name').using('gin', sql`${t.name} gin_trgm_ops`),
    index('organisations_in_order').on(sql`lower(${t.name})`, t.id),
    oneOf('organisations_profile', t.profile, ['nhs-business-partner', 'company']),
  ],
);

/** What a supplier wants connected; the connection agreement's date is entered by staff once signed. */
export const products = pgTable(
  'products',
  {
    id: id(),
    organisationId: uuid().notNull(),
    name: text().notNull(),
    agreementSignedOn: date({ mode: 'string' }).$type<PlainDate>(),
    /** Its first day anywhere, where staff know it: nobody went live with it before. */
    availableFrom: date({ mode: 'string' }).$type<PlainDate>(),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    foreignKey({ columns: [t.organisationId], foreignColumns: [organisations.id] }),
    unique('products_organisation').on(t.organisationId, t.id),
    unique('products_name').on(t.organisationId, t.name),
    index('products_by_name').using('gin', sql`${t.name} gin_trgm_ops`),
  ],
);
