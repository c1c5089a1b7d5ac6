import { setTimeout as wait } from 'node:timers/promises';

type GateSettings = {
  perSecond: number;
  /** So many may go at once, after a rest. */
  atOnce: number;
  /** Milliseconds that somebody waits for a turn at most. */
  mostWaitMs: number;
};

/**
 * Lets calls through no faster than a service takes them: a bucket of tokens. `take` answers false to
 * whoever would wait too long, and to everybody while the gate is paused.
 */
export function callGate({ perSecond, atOnce, mostWaitMs }: GateSettings) {
  const interval = 1000 / perSecond;
  /** When the bucket would be full again, on the clock that only goes on. */
  let full = 0;
  let pausedUntil = 0;
  return {
    take: async (): Promise<boolean> => {
      const at = performance.now();
      if (at < pausedUntil) return false;
      const turn = Math.max(full, at) + interval - atOnce * interval;
      if (turn - at > mostWaitMs) return false;
      full = Math.max(full, at) + interval;
      if (turn > at) await wait(turn - at);
      return performance.now() >= pausedUntil;
    },
    pause: (milliseconds: number): void => {
      pausedUntil = Math.max(pausedUntil, performance.now() + milliseconds);
    },
  };
}
export type CallGate = ReturnType<typeof callGate>;
