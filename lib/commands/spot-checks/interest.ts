import type { Tx } from '@/db/client';
import { hasInterestIn } from '@/db/suppliers';
import type { PersonActor } from '@/lib/domain/permissions';
import { type Failure, refused } from '@/lib/domain/result';

/** Null for somebody without a conflict of interest with a supplier; else `refused` 'conflict_of_interest'. */
export async function interestProblem(
  tx: Tx,
  actor: PersonActor,
  organisationId: string,
): Promise<Failure | null> {
  return (await hasInterestIn(tx, actor.personId, organisationId))
    ? refused(
        'conflict_of_interest',
        'You declared a conflict of interest on an application of this supplier. Somebody else has to do this.',
      )
    : null;
}
