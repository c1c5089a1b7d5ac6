import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { bringsCheck, fieldsChanging } from '@/db/import-fields';
import { ROWS } from '@/db/import-judged';
import { judgeImport } from '@/db/import-verdicts';
import { countOutcomes, workOutImport } from '@/db/import-work';
import { lockImport } from '@/db/onboarding-imports';
import { onboardingImports } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import {
  OUTCOMES,
  type Outcome,
  type Preview,
  type PreviewRow,
  ROWS_SHOWN,
} from '@/lib/domain/euo-import';
import { notFound, ok, wrongStatus } from '@/lib/domain/result';

/** The first rows of an outcome, with what changes. */
async function rowsShown(tx: Tx, outcome: Outcome): Promise<PreviewRow[]> {
  const found = await tx.execute<PreviewRow>(sql`
    select r.line, coalesce(r.ods_code, '') as code, coalesce(r.name, o.name, a.name, '') as name,
      coalesce(p.name, '') as product,
      case when r.adds then '{}' else ${fieldsChanging} ||
        case when ${bringsCheck} then jsonb_build_object('check', jsonb_build_array(null, r.status)) else '{}' end
      end as changes
    from ${ROWS} left join products p on p.id = r.product_id
      left join ods_organisations a on a.code = r.ods_code
    where r.outcome = ${outcome} order by r.line limit ${ROWS_SHOWN}`);
  return [...found];
}

/**
 * Works out what an import would do, once its file is read, and keeps it for its page. Problems:
 * `not_found`, `wrong_status`.
 */
export const previewImport = defineCommand({
  name: 'onboardings.preview',
  permission: 'onboarding:import',
  input: z.object({ importId: z.uuid(), attempt: z.number().int() }),
  run: async ({ tx, input, now, today }) => {
    const found = await lockImport(tx, input.importId);
    if (!found) return notFound();
    if (found.state !== 'checking' || found.attempt !== input.attempt) return wrongStatus();
    await workOutImport(tx, found, today);
    const counts = await countOutcomes(tx);
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (rows !== found.rowsRead) throw new Error('rows of an import were lost');
    const preview = {} as Preview;
    for (const outcome of OUTCOMES)
      preview[outcome] = outcome === 'refused' ? [] : await rowsShown(tx, outcome);
    preview.verdicts = await judgeImport(tx, found, today);
    await tx
      .update(onboardingImports)
      .set({ state: 'preview', checkedAt: now, preview, ...counts })
      .where(eq(onboardingImports.id, found.id));
    return ok(null);
  },
});
