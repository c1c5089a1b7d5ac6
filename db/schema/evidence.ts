import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
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
import { SCAN_STATE_IDS, type ScanState } from '@/lib/domain/evidence-download';
import { EVIDENCE_SUBJECTS, type EvidenceSubject } from '@/lib/domain/evidence-subject';
import { applications } from './applications';
import { id, instant, oneOf } from './columns';
import { people } from './people';

/**
 * A file that somebody attached as evidence, by what it is attached to; its bytes lie in the file
 * store. Once a declaration froze it, it can be superseded, never removed.
 */
export const evidenceFiles = pgTable(
  'evidence_files',
  {
    id: id(),
    organisationId: uuid().notNull(),
    /** Null only for what belongs to no application. */
    applicationId: uuid(),
    subjectKind: text().notNull().$type<EvidenceSubject['kind']>(),
    /** The question's id, or the id of the row that it is evidence for. */
    subjectId: text().notNull(),
    name: text().notNull(),
    mediaType: text().notNull(),
    /** Bytes. */
    size: bigint({ mode: 'number' }).notNull(),
    /** In hex. */
    sha256: text().notNull(),
    /** Random; where the bytes lie in the store. */
    storageKey: text().notNull().unique('evidence_files_storage_key'),
    scan: text().notNull().$type<ScanState>(),
    scannedAt: instant(),
    uploadedBy: uuid()
      .notNull()
      .references(() => people.id),
    uploadedAt: instant().notNull(),
    effectiveFrom: date({ mode: 'string' }).$type<PlainDate>(),
    expiresOn: date({ mode: 'string' }).$type<PlainDate>(),
    /** The file that this one stands in for. */
    supersedesId: uuid(),
    /** Frozen with a declaration, and from then on seen by staff. */
    declared: boolean().notNull().default(false),
    removedAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.applicationId],
      foreignColumns: [applications.organisationId, applications.id],
      name: 'evidence_files_application',
    }),
    unique('evidence_files_organisation').on(t.organisationId, t.id),
    foreignKey({
      columns: [t.organisationId, t.supersedesId],
      foreignColumns: [t.organisationId, t.id],
      name: 'evidence_files_supersedes',
    }),
    index('evidence_files_by_application').on(t.applicationId, t.subjectKind, t.subjectId),
    index('evidence_files_of_onboarding').on(t.subjectId).where(sql`subject_kind = 'euo'`),
    index('evidence_files_waiting').on(t.uploadedAt).where(sql`scan = 'waiting'`),
    oneOf('evidence_files_subject', t.subjectKind, EVIDENCE_SUBJECTS),
    oneOf('evidence_files_scan', t.scan, SCAN_STATE_IDS),
    check('evidence_files_size', sql`${t.size} > 0`),
    check('evidence_files_dates', sql`${t.effectiveFrom} <= ${t.expiresOn}`),
    check('evidence_files_kept', sql`not ${t.declared} or ${t.removedAt} is null`),
    check(
      'evidence_files_of_application',
      sql`${t.applicationId} is not null or ${t.subjectKind} = 'euo'`,
    ),
  ],
);
