import { type SQL, sql } from 'drizzle-orm';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import type { EuoRefusal } from '@/lib/domain/euo-refusals';
import { NEWLY_LIVE_DAYS, ONBOARDING_MOVES } from '@/lib/domain/onboarding';
import type { Tx } from './client';
import { analyzeTable, emptyTable, type StagedColumns } from './copy';
import { bringsCheck, CLOSED, differs, differsFromEdited, WENT_LIVE } from './import-fields';
import { judgedRows, ROWS } from './import-judged';
import type { ImportRecord } from './onboarding-imports';

const quoted = (text: string) => `'${text}'`;
const MOVES = sql.raw(
  ONBOARDING_MOVES.flatMap(({ from, to }) => from.map((state) => `('${state}', '${to}')`)).join(
    ', ',
  ),
);

/** The reasons whose condition holds, as an array. */
const found = (reasons: Partial<Record<EuoRefusal, SQL>>): SQL => {
  const each = Object.entries(reasons).map(
    ([reason, holds]) => sql`case when ${holds} then ${sql.raw(quoted(reason))} end`,
  );
  return sql`array_remove(array[${sql.join(each, sql`, `)}]::text[], null)`;
};

/** What a row of the file says, as it is carried along. */
const SAID: StagedColumns = {
  ...{ ods_code: 'text', name: 'text', product_id: 'uuid', state: 'text', lead_ods_code: 'text' },
  ...{ go_live_on: 'date', dspt_code: 'text', status: 'text', edition: 'text', level: 'text' },
  ...{ published_on: 'date', checked_on: 'date', checked_by: 'text', aup_version: 'text' },
  ...{ aup_alerted_on: 'date', aup_method: 'text', aup_alerted_by: 'text', contact_name: 'text' },
  ...{ contact_email: 'text', clinical_safety: 'text' },
};
const said = (alias: string): SQL =>
  sql.raw(
    Object.keys(SAID)
      .map((column) => `${alias}.${column}`)
      .join(', '),
  );

/** What each row is by itself, beside the onboarding that it names. */
const rowByRow = (row: ImportRecord, today: PlainDate): SQL => sql`
  insert into import_work
  select f.line, f.id, f.adds, f.state_before, f.version, f.given, f.found,
    case when cardinality(f.given) + cardinality(f.found) > 0 then 'refused' when f.adds then 'add'
      when not f.differs then 'same'
      when f.edited_at > ${row.checkedAt?.toISOString() ?? null}::timestamptz then 'edited'
      when f.edited and not ${row.replaceEdited}::boolean then 'edited' else 'change' end,
    ${said('f')}
  from (
    select r.line, coalesce(o.id, gen_random_uuid()) as id, o.id is null as adds, o.state as state_before,
      o.version, o.edited_at, r.reasons as given, ${said('r')},
      coalesce(${differsFromEdited}, false) as edited,
      o.id is not null and (${differs} or ${bringsCheck}) as differs,
      ${found({
        name_missing: sql`r.ods_code is not null and r.name is null and o.id is null and a.name is null
          and not r.reasons && '{too_long}'`,
        closed: sql`o.state in (${sql.raw(CLOSED)}) and (${differs} or ${bringsCheck})`,
        go_live_fixed: sql`o.state in (${sql.raw(WENT_LIVE)}) and r.go_live_on <> o.go_live_on`,
        state_move: sql`r.state <> o.state and (o.state, r.state) not in (${MOVES})`,
        go_live_missing: sql`s.state in (${sql.raw(WENT_LIVE)}) and s.go_live_on is null
          and not r.reasons && '{go_live_unreadable}'`,
        go_live_ahead: sql`s.state in (${sql.raw(WENT_LIVE)}) and s.go_live_on > ${today}`,
      })} as found
    from onboarding_import_rows r
      left join onboardings o on o.organisation_id = ${row.organisationId} and o.ods_code = r.ods_code
        and o.product_id = r.product_id
      left join ods_organisations a on a.code = r.ods_code and a.active is not null
      cross join lateral (select coalesce(r.state, o.state, 'planned') as state,
        coalesce(r.go_live_on, o.go_live_on) as go_live_on) s
    where r.import_id = ${row.id} and not exists (select from onboarding_import_refusals f
      where f.import_id = ${row.id} and f.line = r.line)) f`;

/** Of a code that stands twice for a product the first row, and no other. */
const refuseTwice = sql`
  with twice as (select product_id, ods_code, min(line) as first from import_work
    where product_id is not null and ods_code is not null
    group by product_id, ods_code having count(*) > 1)
  update import_work r set reasons = r.reasons || '{code_twice}', outcome = 'refused'
  from twice t where t.product_id = r.product_id and t.ods_code = r.ods_code and r.line <> t.first`;

/** Every lead that a row names or keeps: its first row in the file, and what the ledger says of it. */
const findLeads = (row: ImportRecord): SQL => sql`
  insert into import_leads (product_id, code, line, id, lead)
  select n.product_id, n.code, f.line, l.id, l.lead_ods_code
  from (select distinct r.product_id, coalesce(r.lead_ods_code, o.lead_ods_code) as code from ${ROWS}
      where coalesce(r.lead_ods_code, o.lead_ods_code) is not null) n
    left join (select product_id, ods_code as code, min(line) as line from import_work
      group by product_id, ods_code) f on f.product_id = n.product_id and f.code = n.code
    left join onboardings l on l.organisation_id = ${row.organisationId} and l.product_id = n.product_id
      and l.ods_code = n.code`;

/** None that others have for their lead gets one itself: so no ring can form. */
const refuseLeadsWithLead = (row: ImportRecord): SQL => sql`
  update import_work r set reasons = r.reasons || '{is_lead}', outcome = 'refused'
  where r.lead_ods_code is not null and not r.adds
    and exists (select from onboardings f where f.organisation_id = ${row.organisationId}
      and f.product_id = r.product_id and f.lead_ods_code = r.ods_code)`;

/** A lead is in the ledger or in the file, and has none itself: what is kept as it is gets none. */
const refuseBadLeads = sql`
  with leads as (select l.product_id, l.code, l.id, r.outcome,
      coalesce(case when r.outcome in ('add', 'change') then r.lead_ods_code end, l.lead) as lead
    from import_leads l left join import_work r on r.line = l.line),
  wrong as (select r.line, ${found({
    lead_missing: sql`l.outcome is null and l.id is null`,
    lead_refused: sql`l.outcome = 'refused' and l.id is null and not r.given && '{lead_itself}'`,
    lead_has_lead: sql`l.lead is not null and not r.given && '{lead_itself}'`,
  })} as reasons
    from import_work r join leads l on l.product_id = r.product_id and l.code = r.lead_ods_code)
  update import_work r set reasons = r.reasons || x.reasons, outcome = 'refused'
  from wrong x where x.line = r.line and x.reasons <> '{}'`;

/**
 * A planned one goes live by an import only where it is ready, and so does a new one, unless it went
 * live long ago (the EUO rules): an override is for its page.
 */
const refuseNotReady = (row: ImportRecord, today: PlainDate): SQL => {
  const since = addDays(today, -NEWLY_LIVE_DAYS);
  const which = sql`r.state = 'live' and (r.outcome in ('change', 'edited') and r.state_before = 'planned'
    or r.outcome = 'add' and r.go_live_on >= ${since}::date)`;
  return sql`update import_work r set outcome = 'refused',
      reasons = r.reasons || case when r.adds then '{not_ready_new}'::text[] else '{not_ready}' end
    from (${judgedRows(row, which, today)}) j where j.id = r.id and j.verdict <> 'ready'`;
};

/**
 * Works out what each row of an import does, by sets, into the table `import_work` of this
 * transaction: line, id of the onboarding, whether it is added, its state and version before, what
 * was wrong with the row by itself and beside others, its outcome, and what it says. Rows that a
 * preview refused are left out.
 */
export async function workOutImport(tx: Tx, row: ImportRecord, today: PlainDate): Promise<void> {
  await tx.execute(sql`set local work_mem = '64MB'`);
  await emptyTable(tx, 'import_work', {
    ...{ line: 'integer', id: 'uuid', adds: 'boolean', state_before: 'text', version: 'integer' },
    ...{ given: 'text[]', reasons: 'text[]', outcome: 'text', ...SAID },
  });
  await emptyTable(tx, 'import_leads', {
    ...{ product_id: 'uuid', code: 'text', line: 'integer', id: 'uuid', lead: 'text' },
  });
  await tx.execute(rowByRow(row, today));
  await analyzeTable(tx, 'import_work');
  await tx.execute(findLeads(row));
  await analyzeTable(tx, 'import_leads');
  await tx.execute(refuseTwice);
  await tx.execute(refuseLeadsWithLead(row));
  await tx.execute(refuseBadLeads);
  await tx.execute(refuseNotReady(row, today));
  await tx.execute(sql`insert into onboarding_import_refusals (import_id, organisation_id, line, reasons)
    select ${row.id}::uuid, ${row.organisationId}::uuid, line, given || reasons
    from import_work where outcome = 'refused'`);
}

const COUNTED = {
  add: 'added',
  change: 'changed',
  edited: 'edited',
  same: 'same',
  refused: 'refused',
} as const;
type Counts = Record<'added' | 'changed' | 'edited' | 'same' | 'refused', number>;

/** How many rows there are of each outcome, as an import keeps it. */
export async function countOutcomes(tx: Tx): Promise<Counts> {
  const rows = await tx.execute<{ outcome: keyof typeof COUNTED; rows: number }>(
    sql`select outcome, count(*)::int as rows from import_work group by outcome`,
  );
  const counts = Object.fromEntries(rows.map(({ outcome, rows }) => [COUNTED[outcome], rows]));
  return { added: 0, changed: 0, edited: 0, same: 0, refused: 0, ...counts };
}
