import { sql } from 'drizzle-orm';
import { asActor, type Tx } from '@/db/client';
import { type OpenSpotCheck, readOpenSpotChecks } from '@/db/spot-checks';
import { findUncleared, readClearances, type UnclearedProduct } from '@/db/uncleared-products';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { OnboardingState } from '@/lib/domain/onboarding';
import type { OnboardingCursor, OnboardingFilter } from '@/lib/domain/onboarding-filter';
import {
  VERDICT_IDS,
  type Verdict,
  type VerdictFlag,
  type VerdictReason,
} from '@/lib/domain/onboarding-verdict';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';
import { nextOnboardings } from './onboarding-conditions';

const PAGE = 25;
/** Counts stop one past it. */
const ONBOARDINGS_COUNTED = 1000;

export type OnboardingItem = {
  id: string;
  odsCode: string;
  name: string;
  product: string;
  state: OnboardingState;
  goLiveOn: PlainDate | null;
  leadOdsCode: string | null;
  verdict: Verdict;
  reasons: VerdictReason[];
  flags: VerdictFlag[];
  overridden: boolean;
  /** Whether it is live in a product that is not cleared for it. */
  uncleared: boolean;
};
export type NewerAup = { version: string; since: PlainDate; count: number };
export type OnboardingList = {
  rows: OnboardingItem[];
  next: OnboardingCursor | null;
  /** Of all that are not cancelled or disconnected, by verdict; 1,001 says 'more than 1,000'. */
  counts: Record<Verdict, number>;
  products: { id: string; name: string }[];
  /** Those that are not cleared for live though some are live in them. */
  uncleared: UnclearedProduct[];
  /** The AUP version in force, and how many that are live were last alerted to another one. */
  newerAup: NewerAup | null;
  /** What the assessor asks the supplier to show of some of them. */
  spotChecks: OpenSpotCheck[];
};

async function readItems(
  tx: Tx,
  organisationId: string,
  filter: OnboardingFilter,
  after: OnboardingCursor | null,
) {
  return tx.execute<Omit<OnboardingItem, 'uncleared'> & { nameKey: string; productId: string }>(sql`
    select o.id, o.product_id as "productId", o.ods_code as "odsCode", o.name, o.name_key as "nameKey", p.name as product, o.state,
      o.go_live_on::text as "goLiveOn", o.lead_ods_code as "leadOdsCode", o.verdict, o.reasons, o.flags,
      o.overridden_at is not null as overridden
    from ${nextOnboardings(organisationId, filter, { after, limit: PAGE + 1 })} o
      join products p on p.organisation_id = o.organisation_id and p.id = o.product_id
    order by o.name_key, o.id`);
}

async function readCounts(tx: Tx, organisationId: string): Promise<Record<Verdict, number>> {
  const columns = VERDICT_IDS.map(
    (verdict) => sql`(select count(*) from (select 1 from onboardings o
      where o.organisation_id = ${organisationId} and o.verdict = ${verdict}
        and o.state in ('planned', 'live', 'suspended')
      limit ${ONBOARDINGS_COUNTED + 1}) c)::integer as ${sql.identifier(verdict)}`,
  );
  const [row] = await tx.execute<Record<Verdict, number>>(
    sql`select ${sql.join(columns, sql`, `)}`,
  );
  if (!row) throw new Error('a count answered nothing');
  return row;
}

async function readNewerAup(tx: Tx, organisationId: string): Promise<NewerAup | null> {
  const [row] = await tx.execute<NewerAup>(sql`
    select v.version, v.in_force_from::text as since, c.count from (
      select version, in_force_from from aup_versions where in_force_from <= ${londonDate(now())}
      order by in_force_from desc limit 1) v
    cross join (select count(*)::integer as count from (select 1 from onboardings o
      where o.organisation_id = ${organisationId} and o.flags @> '{aup_outdated}'::text[]
      limit ${ONBOARDINGS_COUNTED + 1}) f) c
    where c.count > 0`);
  return row ?? null;
}

/**
 * The end user organisations of a supplier by name, 25 at a time, one row for each product; `after` is
 * the last row of the page before. Suppliers read their own, staff name whose. Null without the
 * permission.
 */
export async function listOnboardings(
  actor: PersonActor,
  options: {
    filter: OnboardingFilter;
    after?: OnboardingCursor | null;
    /** For staff: whose. */
    organisationId?: string;
  },
): Promise<OnboardingList | null> {
  const { filter, after = null } = options;
  const own = isSupplier(actor) && can(actor, 'onboarding:view') ? actor.organisationId : null;
  const other = can(actor, 'onboarding:oversee') ? options.organisationId : null;
  const organisationId = own ?? other;
  if (!organisationId) return null;
  return asActor(actor, async (tx) => {
    const found = [...(await readItems(tx, organisationId, filter, after))];
    const counts = await readCounts(tx, organisationId);
    const reading = { today: londonDate(now()), whose: own ? 'your' : 'the' } as const;
    const cleared = await readClearances(tx, organisationId, reading);
    const uncleared = await findUncleared(tx, organisationId, cleared);
    const without = new Set(uncleared.map(({ id }) => id));
    const newerAup = await readNewerAup(tx, organisationId);
    const last = found[PAGE - 1];
    const next = found.length > PAGE && last ? { nameKey: last.nameKey, id: last.id } : null;
    const rows = found.slice(0, PAGE).map(({ nameKey: _, productId, ...row }) => ({
      ...row,
      uncleared: row.state === 'live' && without.has(productId),
    }));
    const products = cleared.map(({ id, name }) => ({ id, name }));
    const spotChecks = await readOpenSpotChecks(tx, organisationId);
    return { rows, next, counts, products, uncleared, newerAup, spotChecks };
  });
}
