import { and, asc, eq, inArray } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { applications, products } from '@/db/schema';
import { OPEN_STATUSES } from '@/lib/domain/application';
import { isSupplier, type PersonActor } from '@/lib/domain/permissions';

export type ProductChoice = {
  id: string;
  name: string;
  /** The reference of its open application, where it has one: no second may be started. */
  open: string | null;
};

/** The products of the actor's organisation by name, each with its open application; null for staff. */
export async function listProducts(actor: PersonActor): Promise<ProductChoice[] | null> {
  if (!isSupplier(actor)) return null;
  return asActor(actor, (tx) =>
    tx
      .select({ id: products.id, name: products.name, open: applications.reference })
      .from(products)
      .leftJoin(
        applications,
        and(
          eq(applications.organisationId, products.organisationId),
          eq(applications.productId, products.id),
          inArray(applications.status, OPEN_STATUSES),
        ),
      )
      .where(eq(products.organisationId, actor.organisationId))
      .orderBy(asc(products.name), asc(products.id)),
  );
}
