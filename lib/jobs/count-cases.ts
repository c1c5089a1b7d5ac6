import { countMarkedCases } from '@/lib/commands/manage/count-cases';
import type { SystemActor } from '@/lib/domain/permissions';
import { expectValue } from '@/lib/domain/result';

/** Counts slice after slice, each in a transaction of its own, until no case is marked. */
export async function countCases(system: SystemActor): Promise<void> {
  for (;;) {
    const { counted } = expectValue(await countMarkedCases(system, {}));
    if (counted === 0) return;
  }
}
