import { startWorker } from '@/db/job-worker';
import { HANDLERS } from './handlers';

const held = globalThis as { portalWorker?: Promise<{ stop: () => Promise<void> }> };
const AGAIN = 5000;

async function keepTrying(): Promise<{ stop: () => Promise<void> }> {
  for (;;) {
    try {
      return await startWorker(HANDLERS);
    } catch (error) {
      process.stderr.write(`Jobs could not be started yet: ${(error as Error).message}\n`);
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }
}

/** Runs jobs inside this process, once, until it ends; a database that is away is waited for. */
export function runJobs(): Promise<{ stop: () => Promise<void> }> {
  held.portalWorker ??= keepTrying();
  return held.portalWorker;
}
