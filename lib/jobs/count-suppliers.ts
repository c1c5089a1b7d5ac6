import { countSuppliers } from '@/lib/commands/manage/count-suppliers';
import type { SystemActor } from '@/lib/domain/permissions';
import { expectValue } from '@/lib/domain/result';

/** Counts suppliers, some at a time, until none is left of which something changed. */
export async function countAllMarked(system: SystemActor): Promise<void> {
  for (let counted = 1; counted > 0; )
    ({ counted } = expectValue(await countSuppliers(system, {})));
}
