import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import type { Edition, LevelId } from '@/lib/domain/dspt';
import {
  REGISTER_IDS,
  type RegisterId,
  SNAPSHOT_STATES,
  type SnapshotState,
} from '@/lib/domain/register';
import type { RowRefusal } from '@/lib/domain/register-file';
import { id, instant, oneOf } from './columns';
import { people } from './people';

/** A public register as one file described it: read once, never changed afterwards. */
export const registerSnapshots = pgTable(
  'register_snapshots',
  {
    id: id(),
    register: text().notNull().$type<RegisterId>(),
    fileName: text().notNull(),
    /** Bytes. */
    size: bigint({ mode: 'number' }).notNull(),
    /** In hex; the same file twice is one snapshot, unless it was refused. */
    sha256: text().notNull(),
    /** Where the file's bytes lie in the store. */
    storageKey: text().notNull().unique('register_snapshots_storage_key'),
    /** The day that the register is described as at; the latest snapshot has the greatest. */
    asOf: date({ mode: 'string' }).notNull().$type<PlainDate>(),
    /** Whether it holds every organisation, so that one that is not there has vanished. */
    complete: boolean().notNull(),
    state: text().notNull().$type<SnapshotState>(),
    /** Why it could not be read at all. */
    problem: text(),
    rows: integer().notNull().default(0),
    refused: integer().notNull().default(0),
    /** Rows by status as read, the most frequent first. */
    statuses: jsonb().$type<{ status: string; rows: number }[]>(),
    uploadedBy: uuid()
      .notNull()
      .references(() => people.id),
    uploadedAt: instant().notNull(),
    readAt: instant(),
    /** Who said that so few rows are right. */
    confirmedBy: uuid().references(() => people.id),
    confirmedAt: instant(),
  },
  (t) => [
    // A file that was refused may come again, as after a read that broke off.
    uniqueIndex('register_snapshots_once').on(t.register, t.sha256).where(sql`state <> 'refused'`),
    index('register_snapshots_latest')
      .on(t.register, t.asOf, t.uploadedAt)
      .where(sql`state = 'ready'`),
    index('register_snapshots_in_order').on(t.uploadedAt, t.id),
    oneOf('register_snapshots_register', t.register, REGISTER_IDS),
    oneOf('register_snapshots_state', t.state, SNAPSHOT_STATES),
    check('register_snapshots_size', sql`${t.size} > 0`),
  ],
);

/** One organisation's row of the DSPT register in one snapshot. */
export const registerRows = pgTable(
  'register_rows',
  {
    snapshotId: uuid()
      .notNull()
      .references(() => registerSnapshots.id),
    /** Folded: trimmed, upper case. */
    code: text().notNull(),
    /** The line of the file on which the row begins; the headings are line 1. */
    line: integer().notNull(),
    name: text().notNull(),
    /** As read. */
    status: text().notNull(),
    edition: text().$type<Edition>(),
    level: text().$type<LevelId>(),
    publishedOn: date({ mode: 'string' }).$type<PlainDate>(),
    sector: text().notNull(),
    board: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.snapshotId, t.code], name: 'register_rows_pkey' }),
    index('register_rows_by_code').on(t.code),
    index('register_rows_by_name').using('gin', t.name.op('gin_trgm_ops')),
  ],
);

/** A line of a snapshot's file that was left out, and why. */
export const registerRefusals = pgTable(
  'register_refusals',
  {
    snapshotId: uuid()
      .notNull()
      .references(() => registerSnapshots.id),
    line: integer().notNull(),
    reason: text().notNull().$type<RowRefusal>(),
    /** The row as read, cut where it is long. */
    text: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.snapshotId, t.line], name: 'register_refusals_pkey' })],
);
