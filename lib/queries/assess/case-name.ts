import { eq } from 'drizzle-orm';
import { COULD_BE_A_REFERENCE } from '@/db/case';
import type { Tx } from '@/db/client';
import { applications, organisations, products } from '@/db/schema';

/** What names a case on a page about it, or null. For staff. */
export async function readCaseName(tx: Tx, reference: string) {
  if (!COULD_BE_A_REFERENCE.test(reference)) return null;
  const [row] = await tx
    .select({
      id: applications.id,
      reference: applications.reference,
      supplier: organisations.name,
      product: products.name,
    })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(products, eq(products.id, applications.productId))
    .where(eq(applications.reference, reference));
  return row ?? null;
}
