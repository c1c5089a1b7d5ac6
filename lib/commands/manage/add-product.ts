import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { organisations, products } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { productNameSchema } from '@/lib/domain/organisation';
import { invalid, notFound, ok } from '@/lib/domain/result';

/**
 * Adds a product of a supplier. Problems: `invalid` ('name' also when the supplier has one of that
 * name), `not_found`.
 */
export const addProduct = defineCommand({
  name: 'product.add',
  permission: 'organisation:manage',
  input: z.object({ organisationId: z.uuid(), name: productNameSchema }),
  run: async ({ tx, input, now, record }) => {
    const { organisationId, name } = input;
    const [owner] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    if (!owner) return notFound();
    const [row] = await tx
      .insert(products)
      .values({ organisationId, name, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: products.id });
    if (!row)
      return invalid({ field: 'name', message: 'This organisation has a product of that name' });
    const target = { kind: 'organisation', id: organisationId, organisationId } as const;
    await record({ type: 'product.added', contents: { productId: row.id, name } }, target);
    return ok({ productId: row.id });
  },
});
