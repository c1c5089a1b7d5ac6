import { sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { Tx } from './client';
import { assignments, bringsCheck, fieldsBefore, imported, stillEdited } from './import-fields';
import { judgedRows, ROWS } from './import-judged';
import type { ImportRecord } from './onboarding-imports';
import { judgeOnboardings } from './onboardings';

type When = { now: Date; today: PlainDate };
const REASON = 'By an import';
/** So that the longest indexes grow at one place after the other. */
const BY_NAME = sql`coalesce(r.name, a.name) collate "C"`;

/** Since when a row is in the state that it brings: when it went live, else today. */
const stateOn = (today: PlainDate) =>
  sql`case when ${imported('state')} = 'live' and coalesce(o.state, 'planned') = 'planned'
    then ${imported('go_live_on')} else ${today}::date end`;

/** Inserts what an import adds, with its verdict, in the order in which it is listed. */
export async function addImported(tx: Tx, row: ImportRecord, { now, today }: When): Promise<void> {
  const which = sql`r.outcome = 'add'`;
  await tx.execute(sql`
    insert into onboardings (id, organisation_id, product_id, ods_code, name, address, state, state_on,
      state_reason, go_live_on, lead_ods_code, dspt_code, aup_version, aup_alerted_on, aup_method,
      aup_alerted_by, contact_name, contact_email, clinical_safety, verdict, reasons, flags, import_id,
      imported_at, created_at)
    select r.id, ${row.organisationId}::uuid, r.product_id, r.ods_code, coalesce(r.name, a.name),
      concat_ws(', ', nullif(a.address, ''), nullif(a.postcode, '')), coalesce(r.state, 'planned'),
      case r.state when 'live' then r.go_live_on else ${today}::date end, ${REASON}, r.go_live_on,
      r.lead_ods_code, nullif(r.dspt_code, r.ods_code), r.aup_version, r.aup_alerted_on,
      coalesce(r.aup_method, ''), coalesce(r.aup_alerted_by, ''), coalesce(r.contact_name, ''),
      coalesce(r.contact_email, ''), coalesce(r.clinical_safety, ''), j.verdict, j.reasons, j.flags,
      ${row.id}::uuid, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from import_work r join (${judgedRows(row, which, today)}) j on j.id = r.id
      left join ods_organisations a on a.code = r.ods_code and a.active is not null
    where ${which} order by ${BY_NAME}`);
}

/** So many new rows change what the database knows of the ledger as a whole. */
const COUNTED_AGAIN_FROM = 1_000;

/** Has the database count the ledger where an import added much to it. */
export async function countLedger(tx: Tx, added: number): Promise<void> {
  if (added >= COUNTED_AGAIN_FROM) await tx.execute(sql`select count_onboardings()`);
}

/** Changes what an import changes, and keeps what it was; what is edited at this moment is kept. */
export async function changeImported(tx: Tx, row: ImportRecord, when: When): Promise<void> {
  const which = sql`r.outcome = 'change'`;
  await tx.execute(sql`
    with locked as (select o.id, o.version from onboardings o join import_work r on r.id = o.id
      where ${which} order by o.id for update of o)
    update import_work r set outcome = 'edited' from locked l where l.id = r.id and l.version <> r.version`);
  await tx.execute(sql`
    insert into onboarding_import_changes (import_id, organisation_id, onboarding_id, line, before)
    select ${row.id}::uuid, ${row.organisationId}::uuid, r.id, r.line, ${fieldsBefore} from ${ROWS} where ${which}`);
  await tx.execute(sql`
    update onboardings o set ${assignments}, verdict = j.verdict, reasons = j.reasons, flags = j.flags,
      state_on = case when r.state <> o.state then ${stateOn(when.today)} else o.state_on end,
      state_reason = case when r.state <> o.state then ${REASON} else o.state_reason end,
      edited_fields = ${stillEdited}, import_id = ${row.id}, imported_at = ${when.now.toISOString()}, version = o.version + 1
    from import_work r join (${judgedRows(row, which, when.today)}) j on j.id = r.id
    where ${which} and o.id = r.id`);
}

/** Keeps the DSPT checks that were imported, each once. */
export const checksImported = (tx: Tx, row: ImportRecord, now: Date) =>
  tx.execute(sql`
    insert into onboarding_checks (organisation_id, onboarding_id, checked_on, checked_by, code, status,
      edition, level, published_on, recorded_by, recorded_at)
    select ${row.organisationId}::uuid, r.id, r.checked_on, coalesce(r.checked_by, ''),
      coalesce(r.dspt_code, o.dspt_code, r.ods_code), r.status, r.edition, r.level, r.published_on,
      ${row.confirmedBy}::uuid, ${now.toISOString()}::timestamptz
    from ${ROWS} where r.outcome in ('add', 'change') and r.checked_on is not null
      and (r.adds or ${bringsCheck})`);

/** Judges those again whose lead was imported: they may go by what it was told. */
export const judgeFollowers = (tx: Tx, row: ImportRecord, today: PlainDate) =>
  judgeOnboardings(
    tx,
    sql`o.organisation_id = ${row.organisationId} and o.lead_ods_code is not null
      and (o.product_id, o.lead_ods_code) in (select r.product_id, r.ods_code from import_work r
        where r.outcome in ('add', 'change'))`,
    today,
  );
