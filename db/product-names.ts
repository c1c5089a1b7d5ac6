import { eq } from 'drizzle-orm';
import type { Tx } from './client';
import { organisations, products } from './schema';

/** What the product of an application and its supplier are called now. */
export async function readProductNames(tx: Tx, productId: string) {
  const [row] = await tx
    .select({ organisation: organisations.name, product: products.name })
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .where(eq(products.id, productId));
  if (!row) throw new Error('an application without its product');
  return row;
}
