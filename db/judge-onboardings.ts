import { type SQL, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { EDITION_DAYS, LEVELS } from '@/lib/domain/dspt';
import type { VerdictFlag, VerdictReason } from '@/lib/domain/onboarding-verdict';

/**
 * What is judged, as queries:
 * `subjects`: id, held (live or suspended), judged_on, code (of its DSPT), ods_on_day, ods_today,
 * lead_ods, and the alerts as recorded: aup_version, aup_alerted_on, renewed (the version of a later
 * alert since it went live), lead_version, lead_alerted_on, lead_renewed;
 * and any others, which come back with the verdict;
 * `checks`, the supplier's: subject_id, id, checked_on, at, edition, level, published_on.
 */
export type Judged = { subjects: SQL; checks: SQL; today: PlainDate };

const quoted = (text: string): SQL => sql.raw(`'${text}'`);
const EDITIONS = sql.raw(
  EDITION_DAYS.map(
    ({ edition, after, deadline, until }) =>
      `('${edition}', date '${after}', date '${deadline}', date '${until}')`,
  ).join(', '),
);
const PASSING = sql.join(
  Object.entries(LEVELS).flatMap(([level, { passes }]) => (passes ? [quoted(level)] : [])),
  sql`, `,
);

/** A version of the AUP as it is compared: the rule `foldAupVersion`. */
const foldedVersion = (version: SQL): SQL =>
  sql`regexp_replace(regexp_replace(lower(btrim(${version})), '^v(ersion)?\\.?\\s*(?=[0-9])', ''), '\\s+', ' ', 'g')`;

/** Why a check `s` of an edition `e` does not pass on a day, by the rule `judgeDspt`; null where it does. */
const failsOn = (day: SQL): SQL => sql`case
  when s.level is null then 'dspt_unrecognised'
  when s.level = 'not_published' then 'dspt_not_published'
  when ${day} <= e.after then 'dspt_unrecognised'
  when s.level not in (${PASSING}) then 'dspt_below'
  when ${day} <= e.until then null
  else 'dspt_stale' end`;

/** The rule of which check counts: the latest day, the register before the supplier, the last written. */
const newestOf = (checks: SQL): SQL => sql`select distinct on (subject_id) * from ${checks}
  order by subject_id, day desc, from_register desc, at desc, source_id desc`;

/** The names whose condition holds, in the order of their table, as an array. */
const named = <Id extends string>(found: Record<Id, SQL>): SQL => {
  const each = (Object.entries(found) as [Id, SQL][]).map(
    ([name, holds]) => sql`case when ${holds} then ${quoted(name)} end`,
  );
  return sql`array_remove(array[${sql.join(each, sql`, `)}]::text[], null)`;
};

const failing = (reason: VerdictReason): SQL => sql`f.dspt = ${quoted(reason)}`;

const reasonsThen = named<Exclude<VerdictReason, `lapsed_${string}`>>({
  ods_inactive: sql`f.ods_on_day = 'inactive'`,
  ods_unknown: sql`f.ods_on_day = 'unknown' and f.lead_ods is distinct from 'active'`,
  dspt_not_proven: failing('dspt_not_proven'),
  dspt_unrecognised: failing('dspt_unrecognised'),
  dspt_not_published: failing('dspt_not_published'),
  dspt_below: failing('dspt_below'),
  dspt_stale: failing('dspt_stale'),
  aup_missing: sql`f.alerted_on is null`,
  aup_late: sql`f.alerted_on > f.judged_on`,
  aup_other_version: sql`f.version_key <> f.in_force`,
});
const reasonsSince = named<Extract<VerdictReason, `lapsed_${string}`>>({
  lapsed_ods: sql`f.held and f.ods_today = 'inactive'`,
  lapsed_dspt: sql`f.held and f.dspt_today is not null`,
});
const flags = named<VerdictFlag>({
  ods_unchecked: sql`f.ods_on_day = 'unchecked'`,
  ods_by_lead: sql`f.ods_on_day = 'unknown' and f.lead_ods = 'active'`,
  dspt_late: sql`f.late`,
  dspt_confirmed: sql`f.confirmed`,
  dspt_differs: sql`f.differs`,
  dspt_vanished: sql`f.vanished`,
  aup_by_lead: sql`f.by_lead and f.alerted_on is not null`,
  aup_outdated: sql`f.held and f.latest_key <> f.in_force_today`,
});

/**
 * Judges many onboardings at once by the rule `judgeOnboarding`, which a test holds equal to it:
 * a query of id, verdict, reasons and flags, one row for each subject.
 */
export const judgedQuery = ({ subjects, checks, today }: Judged): SQL => sql`
  with subjects as materialized (${subjects}),
  editions (edition, after, deadline, until) as (values ${EDITIONS}),
  whole as (select id, as_of from register_snapshots
    where register = 'dspt' and state = 'ready' and complete and as_of <= ${today}
    order by as_of desc, uploaded_at desc limit 1),
  says as (
    select c.subject_id, false as from_register, c.id as source_id, c.checked_on as day, c.at,
      c.edition, c.level, c.published_on from (${checks}) c where c.checked_on <= ${today}
    union all
    select x.id, true, n.id, n.as_of, n.uploaded_at, r.edition, r.level, r.published_on
    from subjects x join register_rows r on r.code = x.code
      join register_snapshots n on n.id = r.snapshot_id
    where n.register = 'dspt' and n.state = 'ready' and n.as_of <= ${today}),
  judged as materialized (
    select s.*, x.judged_on, ${failsOn(sql`x.judged_on`)} as fails, ${failsOn(sql`${today}::date`)} as fails_today,
      coalesce(s.level is distinct from 'not_published' and x.judged_on > e.after
        and s.published_on > e.deadline, false) as late
    from says s join subjects x on x.id = s.subject_id left join editions e on e.edition = s.edition),
  on_day as (${newestOf(sql`judged where day <= judged_on`)}),
  later as (${newestOf(sql`judged where day > judged_on and published_on <= judged_on and fails is null`)}),
  on_today as (${newestOf(sql`judged`)}),
  register as (${newestOf(sql`judged where from_register`)}),
  seen as (select j.subject_id, bool_or(j.source_id = w.id) as in_whole, bool_or(j.day < w.as_of) as before
    from judged j cross join whole w where j.from_register group by 1),
  versions as (select version_key, in_force_from as since,
    lead(in_force_from, 1, 'infinity'::date) over (order by in_force_from) as until from aup_versions),
  found as (
    select x.*, u.confirmed,
      case when u.confirmed then null when d.subject_id is null then 'dspt_not_proven' else d.fails end as dspt,
      case when t.subject_id is null then 'dspt_not_proven' else t.fails_today end as dspt_today,
      coalesce(case when u.confirmed then l.late else d.late end, false) as late,
      not (case when u.confirmed then l.from_register else coalesce(d.from_register, true) end)
        and r.subject_id is not null
        and r.edition is not distinct from (case when u.confirmed then l.edition else d.edition end)
        and (r.level, r.published_on) is distinct from
          (case when u.confirmed then l.level else d.level end,
           case when u.confirmed then l.published_on else d.published_on end) as differs,
      coalesce(not n.in_whole and n.before, false) as vanished,
      a.by_lead, a.alerted_on, ${foldedVersion(sql`a.version`)} as version_key,
      ${foldedVersion(sql`case when a.alerted_on is not null
        then coalesce(x.renewed, case when a.by_lead then x.lead_renewed end, a.version) end`)} as latest_key,
      v.version_key as in_force, vt.version_key as in_force_today
    from subjects x
      left join on_day d on d.subject_id = x.id left join later l on l.subject_id = x.id
      left join on_today t on t.subject_id = x.id left join register r on r.subject_id = x.id
      left join seen n on n.subject_id = x.id
      left join versions v on v.since <= x.judged_on and x.judged_on < v.until
      left join versions vt on vt.since <= ${today} and ${today} < vt.until
      cross join lateral (select l.subject_id is not null
        and (d.subject_id is null or d.fails is not null) as confirmed) u
      cross join lateral (select x.aup_version is null or x.aup_alerted_on is null as by_lead) b
      cross join lateral (select b.by_lead,
        case when not b.by_lead then x.aup_version when x.lead_alerted_on is not null then x.lead_version end as version,
        case when not b.by_lead then x.aup_alerted_on when x.lead_version is not null then x.lead_alerted_on end as alerted_on) a),
  reasoned as (select f.*, ${reasonsThen} as reasons_then, ${reasonsSince} as reasons_since,
    ${flags} as flags from found f)
  select reasoned.*,
    case when dspt = 'dspt_not_proven' then 'not_proven' when cardinality(reasons_then) > 0 then 'not_ready'
      when cardinality(reasons_since) > 0 then 'lapsed' else 'ready' end as verdict,
    case when dspt = 'dspt_not_proven' or cardinality(reasons_then) > 0 then reasons_then else reasons_since end as reasons
  from reasoned`;
