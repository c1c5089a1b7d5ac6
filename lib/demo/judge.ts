import { judgeNextSlice } from '@/lib/commands/onboardings/judge-slice';
import type { Actor } from '@/lib/domain/permissions';
import { expectOk } from './people';

/** Judges everything again at once, as the job would a moment later. */
export async function judgeAtOnce(system: Actor, runId: string): Promise<void> {
  while (!expectOk(await judgeNextSlice(system, { runId })).done);
}
