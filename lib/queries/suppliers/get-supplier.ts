import { desc, eq, type SQL, sql } from 'drizzle-orm';
import { asActor, type Tx } from '@/db/client';
import { readOdsFact } from '@/db/ods';
import { applications, products } from '@/db/schema';
import { readSuccessions, type Succession } from '@/db/successions';
import { findSupplier, hasInterestIn, recordOf } from '@/db/suppliers';
import { findUncleared, readClearances, type UnclearedProduct } from '@/db/uncleared-products';
import type { Status } from '@/lib/domain/application';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { Outcome } from '@/lib/domain/decision';
import type { OdsFact } from '@/lib/domain/ods-fact';
import { type Actor, can } from '@/lib/domain/permissions';
import type { ClearanceLine } from '@/lib/domain/product-assurance';
import type { ProfileId } from '@/lib/domain/questions/types';
import type { SpotCheckResult, SpotCheckState } from '@/lib/domain/spot-check';
import type { EuoCounts } from '@/lib/domain/supplier-list';
import { now } from '@/lib/ports/clock';
import { type EuoMatrix, euoCountColumns, euoMatrix } from './count-euos';
import { readResults } from './read-results';

const APPLICATIONS = 25;
const OVERRIDES = 10;

export type SupplierRecord = {
  id: string;
  name: string;
  odsCode: string | null;
  /** What its pages are addressed by. */
  record: string;
  dsptIdentifier: string | null;
  profile: ProfileId | null;
  today: PlainDate;
  /** What ODS says of its code; null without one. */
  ods: OdsFact | null;
  products: { id: string; name: string; clearance: ClearanceLine }[];
  /** What it became part of, and what became part of it. */
  successions: Succession[];
  /** Of them those that are not cleared for live though some are live in them. */
  uncleared: UnclearedProduct[];
  /** The latest, drafts among them without their answers. */
  applications: {
    reference: string;
    product: string;
    status: Status;
    statusAt: Date;
    outcome: Outcome | null;
    decidedAt: Date | null;
  }[];
  moreApplications: boolean;
  counts: EuoCounts;
  /** Whether the reader may draw a spot check: something is live, and no conflict of interest. */
  mayDraw: boolean;
  matrix: EuoMatrix;
  /** The latest that went live by an override, and why. */
  overrides: {
    odsCode: string;
    name: string;
    product: string;
    reason: string;
    on: PlainDate;
  }[];
  /** Those alerted to another version of the AUP than the one in force; null: through their lead. */
  outdated: { version: string | null; count: number }[];
  spotChecks: {
    id: string;
    number: number;
    state: SpotCheckState;
    drawnOn: PlainDate;
    dueOn: PlainDate;
    result: SpotCheckResult;
  }[];
};

const readApplications = (tx: Tx, organisationId: string) =>
  tx
    .select({
      reference: applications.reference,
      product: products.name,
      status: applications.status,
      statusAt: applications.statusAt,
      outcome: sql<Outcome | null>`(select d.outcome from decisions d
        where d.application_id = ${applications.id} order by d.decided_at desc limit 1)`,
      decidedAt: sql<Date | null>`(select d.decided_at from decisions d
        where d.application_id = ${applications.id} order by d.decided_at desc limit 1)`.mapWith(
        (text: string) => new Date(text),
      ),
    })
    .from(applications)
    .innerJoin(products, eq(products.id, applications.productId))
    .where(eq(applications.organisationId, organisationId))
    .orderBy(desc(applications.statusAt), desc(applications.id))
    .limit(APPLICATIONS + 1);

async function readCounts(tx: Tx, organisation: SQL) {
  const [row] = await tx.execute<EuoCounts & { matrix: EuoMatrix }>(
    sql`select ${euoCountColumns(organisation)}, ${euoMatrix(organisation)} as matrix`,
  );
  if (!row) throw new Error('a count answered nothing');
  const { matrix, ...counts } = row;
  return { matrix, counts };
}

const readOverrides = (tx: Tx, organisationId: string) =>
  tx.execute<{ odsCode: string; name: string; product: string; reason: string; at: string }>(sql`
    select e.ods_code as "odsCode", e.name, p.name as product, e.override_reason as reason,
      e.overridden_at as at
    from onboardings e join products p on p.organisation_id = e.organisation_id and p.id = e.product_id
    where e.organisation_id = ${organisationId} and e.overridden_by is not null
    order by e.overridden_at desc, e.id limit ${OVERRIDES}`);

const readOutdated = (tx: Tx, organisationId: string) =>
  tx.execute<{ version: string | null; count: number }>(sql`
    select e.aup_version as version, count(*)::integer as count from onboardings e
    where e.organisation_id = ${organisationId} and e.flags @> '{aup_outdated}'::text[]
    group by 1 order by 2 desc, 1`);

/**
 * All that staff know of one supplier on one page: `named` is its ODS code, or its id. Null when it
 * is not known, and for suppliers.
 */
export async function getSupplier(actor: Actor, named: string): Promise<SupplierRecord | null> {
  if (!can(actor, 'onboarding:oversee')) return null;
  const today = londonDate(now());
  return asActor(actor, async (tx) => {
    const found = await findSupplier(tx, named);
    if (!found) return null;
    const { id, name, odsCode, dsptIdentifier } = found;
    const owned = await readClearances(tx, id, { today, whose: 'the' });
    const cases = await readApplications(tx, id);
    const overrides = await readOverrides(tx, id);
    const counted = await readCounts(tx, sql`${id}::uuid`);
    return {
      ...{ id, name, odsCode, dsptIdentifier, today, record: recordOf(found) },
      profile: found.profile as ProfileId | null,
      ods: odsCode === null ? null : await readOdsFact(tx, odsCode),
      products: owned,
      successions: await readSuccessions(tx, id),
      uncleared: await findUncleared(tx, id, owned),
      applications: cases.slice(0, APPLICATIONS),
      moreApplications: cases.length > APPLICATIONS,
      ...counted,
      mayDraw:
        can(actor, 'spot-check:run') &&
        counted.counts.live > 0 &&
        !(actor.kind === 'person' && (await hasInterestIn(tx, actor.personId, id))),
      overrides: overrides.map(({ at, ...row }) => ({ ...row, on: londonDate(new Date(at)) })),
      outdated: [...(await readOutdated(tx, id))],
      spotChecks: await readResults(tx, id),
    };
  });
}
