import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { STAFF_ROLES, SUPPLIER_ROLES } from '@/lib/domain/permissions';
import { id, instant } from './columns';
import { deliveries } from './messages';
import { organisations } from './organisations';
import { listed } from './queue-order';

/** Everybody who may sign in; no organisation means staff. */
export const people = pgTable(
  'people',
  {
    id: id(),
    organisationId: uuid().references(() => organisations.id),
    email: text().notNull(),
    name: text().notNull(),
    roles: text().array().notNull(),
    active: boolean().notNull().default(true),
    /** When this person, signed out, asked for a new password; cleared when a link is made. */
    resetAskedAt: instant(),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('people_email').on(sql`lower(${t.email})`),
    unique('people_organisation').on(t.organisationId, t.id),
    index('people_by_name').using('gin', sql`${t.name} gin_trgm_ops`),
    index('people_in_order').on(
      t.organisationId,
      sql`(not ${t.active})`,
      sql`lower(${t.name})`,
      t.id,
    ),
    check(
      'people_roles',
      sql`(${t.organisationId} is null and ${t.roles} <@ array[${listed(STAFF_ROLES)}])
        or (${t.organisationId} is not null and ${t.roles} <@ array[${listed(SUPPLIER_ROLES)}])`,
    ),
  ],
);

/** Password hashes, out of reach of every role the portal works as. */
export const credentials = pgTable('credentials', {
  personId: uuid()
    .primaryKey()
    .references(() => people.id),
  passwordHash: text().notNull(),
  changedAt: instant().notNull(),
});

/** One row per sign-in. The cookie holds the token; the table holds only its SHA-256. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    tokenHash: text().notNull().unique(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    userAgent: text().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
    /** Ended by a new password or by a deactivation: then nothing is kept that it still types. */
    revoked: boolean().notNull().default(false),
    /** How somebody came in: 'password' or 'provider'; null for those from before it was noted. */
    way: text(),
    /** The second factor given on this session: 'app', 'recovery' or 'provider'. */
    factor: text(),
    /** When and how the person last proved on this session that it is them. */
    provedAt: instant(),
    provedBy: text(),
    /** The predecessor of their organisation for which they act; null: for their own. */
    actingFor: uuid().references(() => organisations.id),
  },
  (t) => [index('sessions_person').on(t.personId, t.createdAt)],
);

/** A single-use link to set a password; only its SHA-256 is kept. */
export const passwordLinks = pgTable(
  'password_links',
  {
    id: id(),
    tokenHash: text().notNull().unique(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    organisationId: uuid(),
    createdBy: uuid(),
    /** The email that holds it; null for one that somebody passes on. */
    deliveryId: uuid().references((): AnyPgColumn => deliveries.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.personId],
      foreignColumns: [people.organisationId, people.id],
      name: 'password_links_colleague',
    }),
    index('password_links_person').on(t.personId),
    index('password_links_delivery').on(t.deliveryId),
  ],
);

/** Counters that slow guessing down; kept here so that a restart forgets nothing. */
export const throttles = pgTable('throttles', {
  key: text().primaryKey(),
  windowStartedAt: instant().notNull(),
  hits: integer().notNull(),
});

/** Words typed when a session had ended, sealed; only the same person gets them back. */
export const keptWords = pgTable(
  'kept_words',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    path: text().notNull(),
    sealed: text().notNull(),
    keptAt: instant().notNull(),
  },
  (t) => [unique('kept_words_place').on(t.personId, t.path)],
);

/** OIDC subjects that were linked to a person, by the provider's issuer. */
export const identities = pgTable(
  'identities',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    issuer: text().notNull(),
    subject: text().notNull(),
    /** The tenant that configuration names, where it names one. */
    tenant: text(),
    linkedAt: instant().notNull(),
    lastUsedAt: instant(),
  },
  (t) => [
    unique('identities_subject').on(t.issuer, t.subject),
    unique('identities_person_issuer').on(t.personId, t.issuer),
  ],
);
