import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
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
import type { Edition, LevelId } from '@/lib/domain/dspt';
import { IMPORT_STATE_IDS, type ImportState, type Preview } from '@/lib/domain/euo-import';
import type { EuoRefusal } from '@/lib/domain/euo-refusals';
import type { RefusedCells } from '@/lib/domain/euo-refused-cells';
import type { OnboardingState } from '@/lib/domain/onboarding';
import { id, instant, oneOf } from './columns';
import { onboardings } from './onboardings';
import { organisations } from './organisations';
import { people } from './people';

const day = () => date({ mode: 'string' }).$type<PlainDate>();
const count = () => integer().notNull().default(0);

/** A file of end user organisations, from its upload to what became of it; never deleted. */
export const onboardingImports = pgTable(
  'onboarding_imports',
  {
    id: id(),
    organisationId: uuid().notNull(),
    fileName: text().notNull(),
    /** Bytes. */
    size: bigint({ mode: 'number' }).notNull(),
    /** In hex. */
    sha256: text().notNull(),
    storageKey: text().notNull().unique('onboarding_imports_storage_key'),
    state: text().notNull().$type<ImportState>(),
    /** How often it was begun to be checked: rows of an earlier attempt are none of a later one. */
    attempt: count(),
    rowsRead: count(),
    /** What the preview says, and what became of the rows once it is done. */
    added: count(),
    changed: count(),
    edited: count(),
    same: count(),
    refused: count(),
    preview: jsonb().$type<Preview>(),
    /** Why nothing of it was taken. */
    problem: text(),
    /** Whether what was edited before the preview is to be replaced as well. */
    replaceEdited: boolean().notNull().default(false),
    uploadedBy: uuid()
      .notNull()
      .references(() => people.id),
    uploadedAt: instant().notNull(),
    checkedAt: instant(),
    /** Who had it imported, or gave it up. */
    confirmedBy: uuid().references(() => people.id),
    confirmedAt: instant(),
    endedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.organisationId], foreignColumns: [organisations.id] }),
    unique('onboarding_imports_organisation').on(t.organisationId, t.id),
    index('onboarding_imports_in_order').on(t.organisationId, t.uploadedAt, t.id),
    oneOf('onboarding_imports_state', t.state, IMPORT_STATE_IDS),
    check('onboarding_imports_size', sql`${t.size} > 0`),
  ],
);

/**
 * The rows of an import while it is under way, as read. Not logged, and without a foreign key, since
 * there may be a million of one import: should the database crash, the import is read again.
 */
export const onboardingImportRows = pgTable(
  'onboarding_import_rows',
  {
    importId: uuid().notNull(),
    organisationId: uuid().notNull(),
    /** The line of the file on which the row begins; the headings are line 1. */
    line: integer().notNull(),
    /** What is wrong with it by itself. */
    reasons: text().array().notNull().$type<EuoRefusal[]>(),
    odsCode: text(),
    name: text(),
    productId: uuid(),
    state: text().$type<OnboardingState>(),
    leadOdsCode: text(),
    goLiveOn: day(),
    dsptCode: text(),
    status: text(),
    edition: text().$type<Edition>(),
    level: text().$type<LevelId>(),
    publishedOn: day(),
    checkedOn: day(),
    checkedBy: text(),
    aupVersion: text(),
    aupAlertedOn: day(),
    aupMethod: text(),
    aupAlertedBy: text(),
    contactName: text(),
    contactEmail: text(),
    clinicalSafety: text(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.line], name: 'onboarding_import_rows_pkey' })],
);

/** A line of an import's file that was left out, and every reason why. */
export const onboardingImportRefusals = pgTable(
  'onboarding_import_refusals',
  {
    importId: uuid().notNull(),
    organisationId: uuid().notNull(),
    line: integer().notNull(),
    reasons: text().array().notNull().$type<EuoRefusal[]>(),
    /** What the row says, of the first so many. */
    cells: jsonb().$type<RefusedCells>(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.line], name: 'onboarding_import_refusals_pkey' }),
    foreignKey({
      columns: [t.organisationId, t.importId],
      foreignColumns: [onboardingImports.organisationId, onboardingImports.id],
      name: 'onboarding_import_refusals_import',
    }),
  ],
);

/** What an import changed of an onboarding that was there: the fields as they were. */
export const onboardingImportChanges = pgTable(
  'onboarding_import_changes',
  {
    importId: uuid().notNull(),
    organisationId: uuid().notNull(),
    onboardingId: uuid().notNull(),
    line: integer().notNull(),
    before: jsonb().notNull().$type<Record<string, string | null>>(),
  },
  (t) => [
    primaryKey({ columns: [t.onboardingId, t.importId], name: 'onboarding_import_changes_pkey' }),
    foreignKey({
      columns: [t.organisationId, t.importId],
      foreignColumns: [onboardingImports.organisationId, onboardingImports.id],
      name: 'onboarding_import_changes_import',
    }),
    foreignKey({
      columns: [t.organisationId, t.onboardingId],
      foreignColumns: [onboardings.organisationId, onboardings.id],
      name: 'onboarding_import_changes_onboarding',
    }),
  ],
);
