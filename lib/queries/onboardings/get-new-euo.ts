import { and, asc, eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { readOdsFact } from '@/db/ods';
import { onboardings, products } from '@/db/schema';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { OdsFact } from '@/lib/domain/ods-fact';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';

export type NewEuo = {
  /** The supplier's products by name. */
  products: { id: string; name: string }[];
  /** What ODS says of the code; null while none is given. */
  ods: OdsFact | null;
  /** The products for which the code is there already. */
  there: string[];
  today: PlainDate;
};

/** What the pages ask and tell before an end user organisation is added; `odsCode` is folded. Null for staff. */
export async function getNewEuo(
  actor: PersonActor,
  odsCode: string | null,
): Promise<NewEuo | null> {
  if (!isSupplier(actor) || !can(actor, 'onboarding:edit')) return null;
  const { organisationId } = actor;
  return asActor(actor, async (tx) => {
    const all = await tx
      .select({ id: products.id, name: products.name })
      .from(products)
      .where(eq(products.organisationId, organisationId))
      .orderBy(asc(products.name), asc(products.id));
    const there =
      odsCode === null
        ? []
        : await tx
            .select({ productId: onboardings.productId })
            .from(onboardings)
            .where(
              and(eq(onboardings.organisationId, organisationId), eq(onboardings.odsCode, odsCode)),
            );
    return {
      products: all,
      ods: odsCode === null ? null : await readOdsFact(tx, odsCode),
      there: there.map(({ productId }) => productId),
      today: londonDate(now()),
    };
  });
}
