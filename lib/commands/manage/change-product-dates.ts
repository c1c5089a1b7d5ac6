import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { assureProduct } from '@/db/assurances';
import { products } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { readProductDates } from '@/lib/domain/product-dates';
import { fail, invalid, notFound, ok } from '@/lib/domain/result';

const typed = z.string().max(20).default('');

/**
 * Enters the day on which a product's connection agreement was signed, from which its anniversaries
 * count, and its first day anywhere; three empty fields take either away. Problems: `invalid`
 * ('signed', 'available-month'…), `not_found`, `conflict` for an older version.
 */
export const changeProductDates = defineCommand({
  name: 'product.change-dates',
  permission: 'organisation:manage',
  input: z.object({
    organisationId: z.uuid(),
    productId: z.uuid(),
    version: z.coerce.number().int().positive(),
    'signed-day': typed,
    'signed-month': typed,
    'signed-year': typed,
    'available-day': typed,
    'available-month': typed,
    'available-year': typed,
  }),
  run: async ({ tx, input, today, record }) => {
    const { organisationId, productId, version, ...fields } = input;
    const read = readProductDates(fields, today);
    if (!read.ok) return invalid(...read.problems);
    const own = and(eq(products.id, productId), eq(products.organisationId, organisationId));
    const [row] = await tx.select().from(products).where(own).for('update');
    if (!row) return notFound();
    if (row.version !== version)
      return fail({
        kind: 'conflict',
        conflict: {
          version: row.version,
          fields: { signed: row.agreementSignedOn ?? '', available: row.availableFrom ?? '' },
          changedBy: null,
          changedAt: null,
        },
      });
    const { agreementSignedOn, availableFrom } = read.dates;
    await tx
      .update(products)
      .set({ agreementSignedOn, availableFrom, version: sql`${products.version} + 1` })
      .where(own);
    await assureProduct(tx, productId);
    const named = { productId, name: row.name };
    const signed = { ...named, from: row.agreementSignedOn, to: agreementSignedOn };
    const available = { ...named, from: row.availableFrom, to: availableFrom };
    const contents = {
      ...(signed.from === signed.to && available.from !== available.to
        ? {}
        : { agreementSigned: signed }),
      ...(available.from === available.to ? {} : { availableFrom: available }),
    };
    const target = { kind: 'organisation', id: organisationId, organisationId } as const;
    await record({ type: 'product.changed', contents }, target);
    return ok({ productId });
  },
});
