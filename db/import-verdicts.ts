import { sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { ROWS_SHOWN } from '@/lib/domain/euo-import';
import {
  type ImportVerdicts,
  STANDING_IDS,
  STANDINGS_SHOWN,
  standingOf,
  type UnreadyRow,
} from '@/lib/domain/import-verdicts';
import { ONBOARDING_STATE_IDS } from '@/lib/domain/onboarding';
import { VERDICT_IDS } from '@/lib/domain/onboarding-verdict';
import type { Tx } from './client';
import { imported } from './import-fields';
import { judgedRows, ROWS } from './import-judged';
import type { ImportRecord } from './onboarding-imports';

/** The domain's rule as a table of SQL: state, verdict, standing. */
const STANDS = sql.raw(
  ONBOARDING_STATE_IDS.flatMap((state) =>
    VERDICT_IDS.map((verdict) => `('${state}', '${verdict}', '${standingOf(state, verdict)}')`),
  ).join(', '),
);

type Found = { standing: ImportVerdicts['counts']; rows: (UnreadyRow & { standing: string })[] };

/**
 * Judges what the rows that were worked out will be once they are imported: how many of each standing,
 * and the first of those that are not ready, by line.
 */
export async function judgeImport(
  tx: Tx,
  row: ImportRecord,
  today: PlainDate,
): Promise<ImportVerdicts> {
  const which = sql`r.outcome in ('add', 'change')`;
  const [found] = await tx.execute<Found>(sql`
    with judged as materialized (
      select r.line, r.id, r.ods_code, r.product_id, coalesce(r.name, o.name) as name, t.standing, j.reasons
      from ${ROWS} join (${judgedRows(row, which, today)}) j on j.id = r.id
        join (values ${STANDS}) t (state, verdict, standing)
          on t.state = coalesce(${imported('state')}, 'planned') and t.verdict = j.verdict
      where ${which}),
    first as (select * from (select *, row_number() over (partition by standing order by line) as place
      from judged where standing in (${sql.raw(STANDINGS_SHOWN.map((id) => `'${id}'`).join(', '))})) f
      where place <= ${ROWS_SHOWN})
    select (select coalesce(jsonb_object_agg(standing, rows), '{}')
        from (select standing, count(*) as rows from judged group by standing) c) as standing,
      (select coalesce(jsonb_agg(jsonb_build_object('line', f.line, 'code', f.ods_code, 'name',
          coalesce(f.name, a.name, ''), 'product', p.name, 'reasons', f.reasons, 'standing', f.standing)
          order by f.line), '[]')
        from first f join products p on p.id = f.product_id
          left join ods_organisations a on a.code = f.ods_code) as rows`);
  const counts = found?.standing;
  const rowsOf = (id: string) =>
    (found?.rows ?? []).flatMap(({ standing, ...shown }) => (standing === id ? [shown] : []));
  return {
    counts: Object.fromEntries(
      STANDING_IDS.map((id) => [id, counts?.[id] ?? 0]),
    ) as ImportVerdicts['counts'],
    rows: Object.fromEntries(
      STANDINGS_SHOWN.map((id) => [id, rowsOf(id)]),
    ) as ImportVerdicts['rows'],
  };
}
