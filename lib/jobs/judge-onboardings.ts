import { setTimeout } from 'node:timers/promises';
import { judgeNextSlice } from '@/lib/commands/onboardings/judge-slice';
import type { SystemActor } from '@/lib/domain/permissions';
import { expectValue } from '@/lib/domain/result';

/** The database gave up waiting for a row that somebody is saving just now. */
const GAVE_WAY = '55P03';
const MOST_IN_A_ROW = 20;
const PAUSE = 500;

/**
 * Judges slice after slice, each in a transaction of its own, so that the run's page shows how far it
 * is. People go first: a slice that would wait for one of them is tried again a little later.
 */
export async function judgeAll(system: SystemActor, runId: string): Promise<void> {
  for (let inARow = 0; ; ) {
    try {
      const { done } = expectValue(await judgeNextSlice(system, { runId }));
      if (done) return;
      inARow = 0;
    } catch (error) {
      inARow += 1;
      if ((error as { code?: string }).code !== GAVE_WAY || inARow === MOST_IN_A_ROW) throw error;
      await setTimeout(PAUSE);
    }
  }
}
