import { sql } from 'drizzle-orm';
import { asActor, type Tx } from '@/db/client';
import type { ExportedRow } from '@/lib/domain/euo-export';
import type { OnboardingCursor, OnboardingFilter } from '@/lib/domain/onboarding-filter';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { nextOnboardings } from './onboarding-conditions';

const AT_A_TIME = 1000;
type Found = ExportedRow & OnboardingCursor;

async function readRows(
  tx: Tx,
  organisationId: string,
  filter: OnboardingFilter,
  after: OnboardingCursor | null,
): Promise<Found[]> {
  const rows = await tx.execute<Found>(sql`
    select o.id, o.name_key as "nameKey", o.ods_code, o.name, p.name as product, o.state, o.lead_ods_code,
      o.go_live_on::text, o.dspt_code, k.status as dspt_status, k.published_on::text as dspt_published_on,
      k.checked_on::text as dspt_checked_on, k.checked_by as dspt_checked_by, o.aup_version,
      o.aup_alerted_on::text, o.aup_method, o.aup_alerted_by, o.contact_name, o.contact_email,
      o.clinical_safety, o.verdict, o.reasons
    from ${nextOnboardings(organisationId, filter, { after, limit: AT_A_TIME })} o
      join products p on p.organisation_id = o.organisation_id and p.id = o.product_id
      left join lateral (select c.* from onboarding_checks c where c.onboarding_id = o.id
        and c.organisation_id = o.organisation_id and c.code = coalesce(o.dspt_code, o.ods_code)
        order by c.checked_on desc, c.recorded_at desc, c.id desc limit 1) k on true
    order by o.name_key, o.id`);
  return [...rows];
}

/**
 * Every onboarding of one's own organisation that a filter leaves, by name, some at a time, each a
 * transaction of its own: nothing is held whole. Nothing without the permission.
 */
export async function* exportOnboardings(
  actor: PersonActor,
  filter: OnboardingFilter,
): AsyncGenerator<ExportedRow[]> {
  if (!isSupplier(actor) || !can(actor, 'onboarding:view')) return;
  const { organisationId } = actor;
  for (let after: OnboardingCursor | null = null; ; ) {
    const begin = after;
    const rows: Found[] = await asActor(actor, (tx) => readRows(tx, organisationId, filter, begin));
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_A_TIME) return;
    after = { nameKey: last.nameKey, id: last.id };
  }
}
