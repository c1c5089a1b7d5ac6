import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { ODS_SOURCES, ODS_STATUSES, type OdsSource, type OdsStatus } from '@/lib/domain/ods-fact';
import { instant, oneOf } from './columns';
import { registerSnapshots } from './registers';

/** One organisation's row of an ODS file in one snapshot. */
export const odsRows = pgTable(
  'ods_rows',
  {
    snapshotId: uuid()
      .notNull()
      .references(() => registerSnapshots.id),
    /** Folded: trimmed, upper case. */
    code: text().notNull(),
    /** The line of the file on which the row begins, from 1. */
    line: integer().notNull(),
    name: text().notNull(),
    address: text().notNull(),
    postcode: text().notNull(),
    openedOn: date({ mode: 'string' }).$type<PlainDate>(),
    closedOn: date({ mode: 'string' }).$type<PlainDate>(),
    status: text().notNull().$type<OdsStatus>(),
    subType: text().notNull(),
    /** As at the day that the file describes. */
    active: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.snapshotId, t.code], name: 'ods_rows_pkey' }),
    oneOf('ods_rows_status', t.status, Object.keys(ODS_STATUSES)),
  ],
);

/** The newest that is known of each ODS code, from a file or from the ODS API. */
export const odsOrganisations = pgTable(
  'ods_organisations',
  {
    code: text().primaryKey(),
    name: text().notNull(),
    address: text().notNull(),
    postcode: text().notNull(),
    role: text().notNull(),
    /** As at `asOf`; null where ODS answered that it does not know the code. */
    active: boolean(),
    openedOn: date({ mode: 'string' }).$type<PlainDate>(),
    closedOn: date({ mode: 'string' }).$type<PlainDate>(),
    /** The day that the file describes, or the day of the answer. */
    asOf: date({ mode: 'string' }).notNull().$type<PlainDate>(),
    source: text().notNull().$type<OdsSource>(),
    /** The file's snapshot. */
    snapshotId: uuid().references(() => registerSnapshots.id),
    /** When the API answered. */
    lookedUpAt: instant(),
  },
  (t) => [
    oneOf('ods_organisations_source', t.source, ODS_SOURCES),
    check(
      'ods_organisations_from',
      sql`(${t.source} = 'file') = (${t.snapshotId} is not null) and (${t.source} = 'api') = (${t.lookedUpAt} is not null)`,
    ),
    check('ods_organisations_unknown', sql`${t.active} is not null or ${t.source} = 'api'`),
  ],
);
