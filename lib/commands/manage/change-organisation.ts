import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { applications, organisations } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { organisationSchema } from '@/lib/domain/organisation';
import { fail, notFound, ok } from '@/lib/domain/result';
import { odsCodeProblem } from './add-organisation';

/**
 * Corrects a supplier's name, codes or profile; declarations keep what they were made with.
 * Problems: `invalid`, `not_found`, `conflict` for an older version.
 */
export const changeOrganisation = defineCommand({
  name: 'organisation.change',
  permission: 'organisation:manage',
  input: organisationSchema.extend({
    organisationId: z.uuid(),
    version: z.coerce.number().int().positive(),
  }),
  run: async ({ tx, input, record }) => {
    const { organisationId, version, ...after } = input;
    const [row] = await tx
      .select()
      .from(organisations)
      .where(eq(organisations.id, organisationId))
      .for('update');
    if (!row) return notFound();
    const { name, odsCode, dsptIdentifier, profile } = row;
    const before = { name, odsCode, dsptIdentifier, profile };
    if (row.version !== version) {
      const fields = Object.fromEntries(
        Object.entries(before).map(([key, value]) => [key, value ?? '']),
      );
      const conflict = { version: row.version, fields, changedBy: null, changedAt: null };
      return fail({ kind: 'conflict', conflict });
    }
    const taken = await odsCodeProblem(tx, after.odsCode, organisationId);
    if (taken) return taken;
    await tx
      .update(organisations)
      .set({ ...after, version: sql`${organisations.version} + 1` })
      .where(eq(organisations.id, organisationId));
    // Staff search all its applications by what it is called now.
    const product = sql`(select p.name from products p where p.id = ${applications.productId})`;
    const words = sql`${applications.reference}, ${after.name}::text, ${product}, ${after.odsCode}::text`;
    await tx
      .update(applications)
      .set({ searchText: sql`lower(concat_ws(' ', ${words}))` })
      .where(eq(applications.organisationId, organisationId));
    const target = { kind: 'organisation', id: organisationId, organisationId } as const;
    await record({ type: 'organisation.changed', contents: { before, after } }, target);
    return ok({ organisationId });
  },
});
