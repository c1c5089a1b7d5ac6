import { and, asc, eq } from 'drizzle-orm';
import { isId } from '@/lib/domain/ids';
import { readOdsCode } from '@/lib/domain/ods';
import type { Tx } from './client';
import { applications, conflictsOfInterest, organisations } from './schema';

/** What its record's address names a supplier by: its ODS code, or its id where it has none. */
export const recordOf = ({ id, odsCode }: { id: string; odsCode: string | null }): string =>
  odsCode ?? id;

/** The supplier that an address names, by its ODS code in either case or by its id; null for none. */
export async function findSupplier(tx: Tx, named: string) {
  const read = isId(named) ? null : readOdsCode(named);
  if (read && !read.ok) return null;
  const [row] = await tx
    .select()
    .from(organisations)
    .where(read ? eq(organisations.odsCode, read.code) : eq(organisations.id, named))
    .orderBy(asc(organisations.createdAt))
    .limit(1);
  return row ?? null;
}

/** Whether somebody declared a conflict of interest on any application of a supplier's. */
export async function hasInterestIn(tx: Tx, personId: string, organisationId: string) {
  const [declared] = await tx
    .select({ id: applications.id })
    .from(conflictsOfInterest)
    .innerJoin(applications, eq(applications.id, conflictsOfInterest.applicationId))
    .where(
      and(
        eq(conflictsOfInterest.personId, personId),
        eq(applications.organisationId, organisationId),
      ),
    )
    .limit(1);
  return declared !== undefined;
}
