import { and, eq } from 'drizzle-orm';
import { COULD_BE_A_REFERENCE } from './case';
import type { Tx } from './client';
import { applications, organisations, products } from './schema';

/** One of the organisation's own applications with its names, unlocked, for reading; else null. */
export async function findOwnApplication(tx: Tx, organisationId: string, reference: string) {
  if (!COULD_BE_A_REFERENCE.test(reference)) return null;
  const [row] = await tx
    .select({
      id: applications.id,
      organisationId: applications.organisationId,
      reference: applications.reference,
      status: applications.status,
      round: applications.round,
      guidance: applications.guidance,
      dueOn: applications.dueOn,
      assigneeId: applications.assigneeId,
      statusAt: applications.statusAt,
      submittedAt: applications.submittedAt,
      productId: applications.productId,
      product: products.name,
      organisation: organisations.name,
      odsCode: organisations.odsCode,
      dsptIdentifier: organisations.dsptIdentifier,
      profile: organisations.profile,
    })
    .from(applications)
    .innerJoin(products, eq(products.id, applications.productId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(
      and(eq(applications.organisationId, organisationId), eq(applications.reference, reference)),
    );
  return row ?? null;
}
export type OwnApplication = NonNullable<Awaited<ReturnType<typeof findOwnApplication>>>;
