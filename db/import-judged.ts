import { type SQL, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { imported } from './import-fields';
import { judgedQuery } from './judge-onboardings';
import type { ImportRecord } from './onboarding-imports';
import { odsStanding } from './onboardings';

/** The rows of an import as they were worked out, with the onboardings that they name. */
export const ROWS = sql`import_work r left join onboardings o on not r.adds and o.id = r.id`;

/** What is judged of the rows for which a condition holds, as they will be once they are imported. */
const subjects = (which: SQL, today: PlainDate): SQL => sql`
  with leads as (select l.product_id, l.code, ${imported('aup_version')} as version,
      ${imported('aup_alerted_on')} as alerted_on, ${imported('aup_renewed_version')} as renewed
    from import_leads l
      left join import_work r on r.line = l.line and r.outcome in ('add', 'change')
      left join onboardings o on o.id = l.id
    where (r.line is not null or o.id is not null) and coalesce(r.state, o.state, 'planned') <> 'cancelled')
  select r.id, s.state in ('live', 'suspended') as held, d.judged_on,
    coalesce(s.dspt_code, r.ods_code) as code,
    ${odsStanding(sql`a`, sql`d.judged_on`)} as ods_on_day,
    ${odsStanding(sql`a`, sql`${today}::date`)} as ods_today,
    case when l.code is not null then ${odsStanding(sql`la`, sql`d.judged_on`)} end as lead_ods,
    s.aup_version, s.aup_alerted_on, o.aup_renewed_version as renewed,
    l.version as lead_version, l.alerted_on as lead_alerted_on, l.renewed as lead_renewed
  from ${ROWS}
    left join ods_organisations a on a.code = r.ods_code
    cross join lateral (select coalesce(${imported('state')}, 'planned') as state,
      ${imported('go_live_on')} as go_live_on, ${imported('dspt_code')} as dspt_code,
      ${imported('aup_version')} as aup_version, ${imported('aup_alerted_on')} as aup_alerted_on,
      ${imported('aup_renewed_version')} as renewed) s
    cross join lateral (select case s.state when 'planned' then ${today}::date
      when 'cancelled' then case o.state when 'cancelled' then o.state_on else ${today}::date end
      else s.go_live_on end as judged_on) d
    left join leads l on l.product_id = r.product_id
      and l.code = coalesce(r.lead_ods_code, o.lead_ods_code)
    left join ods_organisations la on la.code = l.code
  where ${which}`;

/** The checks of the ledger, and those that the rows bring. */
const checks = (row: ImportRecord, which: SQL): SQL => sql`
  select k.onboarding_id as subject_id, k.id, k.checked_on, k.recorded_at as at, k.edition, k.level, k.published_on
  from import_work r join onboarding_checks k on k.onboarding_id = r.id join subjects x on x.id = r.id
  where not r.adds
  union all
  select r.id, r.id, r.checked_on, ${row.confirmedAt?.toISOString() ?? null}::timestamptz, r.edition, r.level, r.published_on
  from ${ROWS} where r.checked_on is not null and ${which}`;

/** Judges the rows of an import for which a condition holds: id, verdict, reasons and flags of each. */
export const judgedRows = (row: ImportRecord, which: SQL, today: PlainDate): SQL =>
  judgedQuery({ subjects: subjects(which, today), checks: checks(row, which), today });
