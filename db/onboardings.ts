import { eq, type SQL, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { EventTarget } from './case';
import type { Tx } from './client';
import { judgedQuery } from './judge-onboardings';
import { onboardings } from './schema';

export type OnboardingRow = typeof onboardings.$inferSelect;

/** Every onboarding is the subject of its own chain. */
export const chainOfOnboarding = (row: { id: string; organisationId: string }): EventTarget => ({
  kind: 'onboarding',
  id: row.id,
  organisationId: row.organisationId,
});

/** An onboarding's row, locked until the transaction ends; null when missing or invisible. */
export async function lockOnboarding(tx: Tx, id: string): Promise<OnboardingRow | null> {
  const [row] = await tx.select().from(onboardings).where(eq(onboardings.id, id)).for('update');
  return row ?? null;
}

/** How a row `a` of ods_organisations, or none, stood on a day: the rule `odsStateOn`. */
export const odsStanding = (
  a: SQL,
  day: SQL,
): SQL => sql`case when ${a}.code is null then 'unchecked'
  when ${a}.active is null then 'unknown'
  when ${day} < ${a}.opened_on then 'inactive'
  when ${a}.closed_on is not null and (${a}.active or ${a}.closed_on <= ${a}.as_of)
    then case when ${day} < ${a}.closed_on then 'active' else 'inactive' end
  when ${a}.active then 'active' else 'inactive' end`;

const subjectsOf = (which: SQL, today: PlainDate): SQL => sql`
  select o.id, o.xmin as mark, o.verdict as old_verdict, o.reasons as old_reasons, o.flags as old_flags,
    o.state in ('live', 'suspended') as held, d.judged_on,
    coalesce(o.dspt_code, o.ods_code) as code,
    ${odsStanding(sql`a`, sql`d.judged_on`)} as ods_on_day,
    ${odsStanding(sql`a`, sql`${today}::date`)} as ods_today,
    case when l.id is not null then ${odsStanding(sql`la`, sql`d.judged_on`)} end as lead_ods,
    o.aup_version, o.aup_alerted_on, o.aup_renewed_version as renewed,
    l.aup_version as lead_version, l.aup_alerted_on as lead_alerted_on, l.aup_renewed_version as lead_renewed
  from onboardings o
    left join onboardings l on l.organisation_id = o.organisation_id and l.product_id = o.product_id
      and l.ods_code = o.lead_ods_code and l.state <> 'cancelled'
    left join ods_organisations a on a.code = o.ods_code
    left join ods_organisations la on la.code = l.ods_code
    cross join lateral (select case o.state when 'planned' then ${today}::date
      when 'cancelled' then o.state_on else o.go_live_on end as judged_on) d
  where ${which}`;

const CHECKS = sql`select k.onboarding_id as subject_id, k.id, k.checked_on, k.recorded_at as at,
  k.edition, k.level, k.published_on from onboarding_checks k join subjects x on x.id = k.onboarding_id`;

/**
 * Judges the onboardings `o` for which a condition holds and keeps what was found, as two parts of a
 * WITH: `wanted`, those that are judged otherwise than before, and `changed`, those written, with id,
 * organisation_id, before, after and whether it left the register since. What somebody saved
 * meanwhile is not written over: it is wanted and not changed.
 */
export const judgingParts = (which: SQL, today: PlainDate): SQL => sql`
  wanted as materialized (
    select j.* from (${judgedQuery({ subjects: subjectsOf(which, today), checks: CHECKS, today })}) j
    where (j.old_verdict, j.old_reasons, j.old_flags) is distinct from (j.verdict, j.reasons, j.flags)),
  changed as (
    update onboardings o set verdict = j.verdict, reasons = j.reasons, flags = j.flags from wanted j
    where ${which} and o.id = j.id and o.xmin = j.mark
    returning o.id, o.organisation_id, j.old_verdict as before, o.verdict as after,
      'dspt_vanished' = any (o.flags) and not 'dspt_vanished' = any (j.old_flags) as vanished)`;

/** Judges the onboardings `o` for which a condition holds, and keeps what was found. */
export const judgeOnboardings = (tx: Tx, which: SQL, today: PlainDate) =>
  tx.execute(sql`with ${judgingParts(which, today)} select count(*) from changed`);

/** Judges one onboarding again, and those whose lead it is. */
export const judgeWithFollowers = (
  tx: Tx,
  { id, organisationId, productId, odsCode }: OnboardingRow,
  today: PlainDate,
) =>
  judgeOnboardings(
    tx,
    sql`o.organisation_id = ${organisationId} and o.product_id = ${productId}
      and (o.id = ${id} or o.lead_ods_code = ${odsCode})`,
    today,
  );
