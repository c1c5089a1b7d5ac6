import { and, eq, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { organisations } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { organisationSchema } from '@/lib/domain/organisation';
import { invalid, ok } from '@/lib/domain/result';

/** The problem when another organisation holds this ODS code already; null otherwise. */
export async function odsCodeProblem(tx: Tx, odsCode: string | null, own: string | null) {
  if (odsCode === null) return null;
  const [other] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.odsCode, odsCode), own ? ne(organisations.id, own) : undefined))
    .limit(1);
  if (!other) return null;
  return invalid({ field: 'odsCode', message: `${other.name} has this ODS code already` });
}

/**
 * Adds a supplier: its name, and its codes and profile where they are known. Problems: `invalid`
 * ('odsCode' also when another organisation holds it).
 */
export const addOrganisation = defineCommand({
  name: 'organisation.add',
  permission: 'organisation:manage',
  input: organisationSchema,
  run: async ({ tx, input, now, record }) => {
    const taken = await odsCodeProblem(tx, input.odsCode, null);
    if (taken) return taken;
    const [row] = await tx
      .insert(organisations)
      .values({ ...input, createdAt: now })
      .returning({ id: organisations.id });
    if (!row) throw new Error('an organisation was not added');
    const target = { kind: 'organisation', id: row.id, organisationId: row.id } as const;
    await record({ type: 'organisation.added', contents: { ...input } }, target);
    return ok({ organisationId: row.id });
  },
});
