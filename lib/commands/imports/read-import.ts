import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type CopyRow, type StagedColumns, stageRows } from '@/db/copy';
import { lockImport } from '@/db/onboarding-imports';
import { onboardingImportRows, onboardingImports, products } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import type { PlainDate } from '@/lib/domain/dates';
import type { EuoReading, FileProduct } from '@/lib/domain/euo-file';
import { notFound, ok, wrongStatus } from '@/lib/domain/result';

/** What the rows of an import are read against; `attempt` names this reading of them. */
export type BegunImport = { attempt: number; products: FileProduct[]; today: PlainDate };

/**
 * Begins to read an import's file, from nothing: rows that an earlier attempt left are removed.
 * Answers null for one that waits for no reading. Problem: `not_found`.
 */
export const beginImport = defineCommand<{ importId: string }, BegunImport | null>({
  name: 'onboardings.begin-import',
  permission: 'onboarding:import',
  input: z.object({ importId: z.uuid() }),
  run: async ({ tx, input, today }) => {
    const found = await lockImport(tx, input.importId);
    if (!found) return notFound();
    const { id, organisationId } = found;
    if (found.state !== 'waiting' && found.state !== 'checking') return ok(null);
    await tx.delete(onboardingImportRows).where(eq(onboardingImportRows.importId, id));
    const attempt = found.attempt + 1;
    await tx
      .update(onboardingImports)
      .set({ state: 'checking', attempt, rowsRead: 0 })
      .where(eq(onboardingImports.id, id));
    const owned = await tx
      .select({ id: products.id, name: products.name, availableFrom: products.availableFrom })
      .from(products)
      .where(eq(products.organisationId, organisationId));
    return ok({ attempt, products: owned, today });
  },
});

const STAGED: StagedColumns = {
  ...{ line: 'integer', reasons: 'text', ods_code: 'text', name: 'text', product_id: 'uuid' },
  ...{ state: 'text', lead_ods_code: 'text', go_live_on: 'date', dspt_code: 'text' },
  ...{ status: 'text', edition: 'text', level: 'text', published_on: 'date', checked_on: 'date' },
  ...{ checked_by: 'text', aup_version: 'text', aup_alerted_on: 'date', aup_method: 'text' },
  ...{ aup_alerted_by: 'text', contact_name: 'text', contact_email: 'text' },
  clinical_safety: 'text',
};
const KEPT = sql.raw(
  Object.keys(STAGED)
    .filter((name) => name !== 'reasons')
    .join(', '),
);

/** A row of the file as it was read, and the line on which it begins. */
export type ReadRow = { line: number; reading: EuoReading };

// Cell by cell: a spread for each row would cost more than reading it.
const staged = ({ line, reading: { reasons, row } }: ReadRow): CopyRow => [
  line,
  reasons.join(' '),
  row.code,
  row.name,
  row.productId,
  row.state,
  row.leadCode,
  row.goLiveOn,
  row.dsptCode,
  row.status,
  row.edition,
  row.level,
  row.publishedOn,
  row.checkedOn,
  row.checkedBy,
  row.aupVersion,
  row.alertedOn,
  row.aupMethod,
  row.alertedBy,
  row.contactName,
  row.contactEmail,
  row.clinicalSafety,
];

function* stagedRows(rows: readonly ReadRow[]): Generator<CopyRow> {
  for (const row of rows) yield staged(row);
}

/**
 * Keeps some rows of an import that is being read, so that its page says how far it is. Problem:
 * `wrong_status`, where it is not, or another attempt has begun meanwhile.
 */
export const keepImportRows = defineCommand({
  name: 'onboardings.keep-rows',
  permission: 'onboarding:import',
  input: z.object({
    importId: z.uuid(),
    attempt: z.number().int(),
    rows: z.custom<readonly ReadRow[]>(Array.isArray),
  }),
  run: async ({ tx, input }) => {
    const { importId, attempt, rows } = input;
    const [found] = await tx
      .update(onboardingImports)
      .set({ rowsRead: sql`${onboardingImports.rowsRead} + ${rows.length}` })
      .where(
        and(
          eq(onboardingImports.id, importId),
          eq(onboardingImports.state, 'checking'),
          eq(onboardingImports.attempt, attempt),
        ),
      )
      .returning({ organisationId: onboardingImports.organisationId });
    if (!found) return wrongStatus();
    await stageRows(tx, 'staged_euos', STAGED, stagedRows(rows), { analyze: false });
    await tx.execute(sql`insert into onboarding_import_rows (import_id, organisation_id, reasons, ${KEPT})
      select ${importId}::uuid, ${found.organisationId}::uuid,
        coalesce(string_to_array(nullif(reasons, ''), ' '), '{}'), ${KEPT} from staged_euos`);
    return ok(null);
  },
});

/**
 * Says of an import that nothing of it was taken, and why, in words for whoever uploaded it. One
 * that ended stays as it is. Problem: `not_found`.
 */
export const refuseImport = defineCommand({
  name: 'onboardings.refuse-import',
  permission: 'onboarding:import',
  input: z.object({ importId: z.uuid(), problem: z.string().min(1).max(500) }),
  run: async ({ tx, input, now }) => {
    const found = await lockImport(tx, input.importId);
    if (!found) return notFound();
    if (!['waiting', 'checking', 'applying'].includes(found.state)) return ok(null);
    await tx.delete(onboardingImportRows).where(eq(onboardingImportRows.importId, found.id));
    await tx
      .update(onboardingImports)
      .set({ state: 'refused', problem: input.problem, endedAt: now })
      .where(eq(onboardingImports.id, found.id));
    return ok(null);
  },
});
