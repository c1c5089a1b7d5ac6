'use server';

import { go } from '@/app/go';
import { actorForAction } from '@/lib/auth/session';
import { confirmSnapshot } from '@/lib/commands/registers/confirm-snapshot';
import { paths } from '@/lib/paths';

/** Says that a register with so few rows is right; `snapshotId` is whatever the client bound. */
export async function confirmSnapshotAction(snapshotId: string): Promise<void> {
  const actor = await actorForAction();
  const answer = await confirmSnapshot(actor, { snapshotId });
  if (!answer.ok && answer.problem.kind !== 'wrong_status') go(paths.notFound);
  go(`${paths.register(String(snapshotId))}${answer.ok ? '?done=confirmed' : ''}`);
}
