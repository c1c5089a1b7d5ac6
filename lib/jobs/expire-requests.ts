import { expireRequests } from '@/lib/commands/assess/expire-requests';

const HOUR = 3_600_000;
const timers = globalThis as { portalExpiry?: ReturnType<typeof setInterval> };

async function run(): Promise<void> {
  try {
    await expireRequests({ kind: 'system', name: 'requests.expire' });
  } catch (error) {
    process.stderr.write(`Requests could not be expired: ${String(error)}\n`);
  }
}

/**
 * Lets unanswered requests run out, at once and then every hour. Several servers may do so side by
 * side: each case is locked, and one that has moved on is passed by.
 */
export function startExpiringRequests(): void {
  if (timers.portalExpiry) return;
  timers.portalExpiry = setInterval(run, HOUR);
  timers.portalExpiry.unref();
  void run();
}
