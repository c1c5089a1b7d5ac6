/** Whole minutes while there are some, then steps of 20 seconds: few enough to listen to. */
export function timeLeft(seconds: number): string {
  if (seconds > 60) return `${Math.ceil(seconds / 60)} minutes`;
  if (seconds > 40) return '1 minute';
  return seconds > 20 ? '40 seconds' : '20 seconds';
}

/** Seconds between two instants in milliseconds, rounded up, never below 0. */
export function secondsUntil(end: number, now: number): number {
  return Math.max(0, Math.ceil((end - now) / 1000));
}
