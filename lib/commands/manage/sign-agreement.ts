import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { products } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { agreementDateSchema } from '@/lib/domain/organisation';
import { fail, invalid, notFound, ok } from '@/lib/domain/result';

const typed = z.string().max(20).default('');

/**
 * Enters the day on which a product's connection agreement was signed, from which its anniversaries
 * count; three empty fields take it away. Problems: `invalid` ('signed', 'signed-day'…),
 * `not_found`, `conflict` for an older version.
 */
export const signAgreement = defineCommand({
  name: 'product.sign-agreement',
  permission: 'organisation:manage',
  input: z.object({
    organisationId: z.uuid(),
    productId: z.uuid(),
    version: z.coerce.number().int().positive(),
    'signed-day': typed,
    'signed-month': typed,
    'signed-year': typed,
  }),
  run: async ({ tx, input, today, record }) => {
    const { organisationId, productId, version } = input;
    const read = agreementDateSchema(today).safeParse(input);
    if (!read.success)
      return invalid(
        ...read.error.issues.map(({ path, message }) => ({ field: path.join('-'), message })),
      );
    const own = and(eq(products.id, productId), eq(products.organisationId, organisationId));
    const [row] = await tx.select().from(products).where(own).for('update');
    if (!row) return notFound();
    if (row.version !== version)
      return fail({
        kind: 'conflict',
        conflict: {
          version: row.version,
          fields: { signed: row.agreementSignedOn ?? '' },
          changedBy: null,
          changedAt: null,
        },
      });
    await tx
      .update(products)
      .set({ agreementSignedOn: read.data, version: sql`${products.version} + 1` })
      .where(own);
    const change = { productId, name: row.name, from: row.agreementSignedOn, to: read.data };
    const target = { kind: 'organisation', id: organisationId, organisationId } as const;
    await record({ type: 'product.changed', contents: { agreementSigned: change } }, target);
    return ok({ productId });
  },
});
