import { and, asc, eq } from 'drizzle-orm';
import { asActor, type Tx } from '@/db/client';
import { readOnboardingHistory } from '@/db/onboarding-history';
import { onboardings, products } from '@/db/schema';
import { londonDate } from '@/lib/domain/clock';
import { isId } from '@/lib/domain/ids';
import { readOdsCode } from '@/lib/domain/ods';
import type { OnboardingView } from '@/lib/domain/onboarding-view';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';
import { readOnboardingView } from './read-onboarding';

/** The rows of a code in the supplier's ledger, by product. */
async function findRows(tx: Tx, organisationId: string, odsCode: string) {
  const found = await tx
    .select({ row: onboardings })
    .from(onboardings)
    .innerJoin(
      products,
      and(
        eq(products.organisationId, onboardings.organisationId),
        eq(products.id, onboardings.productId),
      ),
    )
    .where(and(eq(onboardings.organisationId, organisationId), eq(onboardings.odsCode, odsCode)))
    .orderBy(asc(products.name), asc(onboardings.id));
  return found.map(({ row }) => row);
}

export type Euo = { odsCode: string; name: string; onboardings: OnboardingView[] };

/** An organisation of a supplier's ledger by its code, as the reader may see it; null without one. */
export async function readEuo(
  tx: Tx,
  actor: PersonActor,
  organisationId: string,
  odsCode: string,
): Promise<Euo | null> {
  const today = londonDate(now());
  const rows = await findRows(tx, organisationId, odsCode);
  const [first] = rows;
  if (!first) return null;
  const views: OnboardingView[] = [];
  for (const row of rows) views.push(await readOnboardingView(tx, actor, row, today));
  return { odsCode: first.odsCode, name: first.name, onboardings: views };
}

const findRow = (tx: Tx, organisationId: string, odsCode: string, id: string) =>
  tx
    .select()
    .from(onboardings)
    .where(
      and(
        eq(onboardings.organisationId, organisationId),
        eq(onboardings.odsCode, odsCode),
        eq(onboardings.id, id),
      ),
    );

/**
 * An end user organisation of the actor's own ledger by its code, folded: an onboarding for each
 * product. Null when it is not there, is another supplier's, or staff ask.
 */
export async function getEuo(actor: PersonActor, code: string): Promise<Euo | null> {
  const read = readOdsCode(code);
  if (!read.ok || !isSupplier(actor) || !can(actor, 'onboarding:view')) return null;
  return asActor(actor, (tx) => readEuo(tx, actor, actor.organisationId, read.code));
}

/** The whole history of an onboarding, a page of it at a time; `before` is a place in its chain. */
export async function getEuoHistory(
  actor: PersonActor,
  { code, id }: { code: string; id: string },
  before: number | undefined,
) {
  const read = readOdsCode(code);
  if (!read.ok || !isId(id) || !isSupplier(actor) || !can(actor, 'onboarding:view')) return null;
  return asActor(actor, async (tx) => {
    const [row] = await findRow(tx, actor.organisationId, read.code, id);
    if (!row) return null;
    return {
      name: row.name,
      odsCode: row.odsCode,
      ...(await readOnboardingHistory(tx, row, { size: 50, before })),
    };
  });
}

/** One onboarding of a code by its id, for the pages that change it; null likewise. */
export async function getOnboarding(
  actor: PersonActor,
  code: string,
  id: string,
): Promise<OnboardingView | null> {
  const read = readOdsCode(code);
  if (!read.ok || !isId(id) || !isSupplier(actor) || !can(actor, 'onboarding:view')) return null;
  const today = londonDate(now());
  return asActor(actor, async (tx) => {
    const [row] = await findRow(tx, actor.organisationId, read.code, id);
    return row ? readOnboardingView(tx, actor, row, today) : null;
  });
}
