import * as fs from 'node:fs';

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;

/** Processor time that a process and its ended children took so far; its parent. Null off Linux. */
function statOf(pid: number | string): { parent: number; ms: number } | null {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before the last bracket may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), ms: ticks * TICK_MS };
  } catch {
    return null;
  }
}

/**
 * Processor time in milliseconds that these processes and their children took since they began; NaN
 * where the system does not tell. On a busy machine it says more than requests per second.
 */
export function processorMs(pids: readonly number[]): number {
  if (!pids.every((pid) => statOf(pid))) return Number.NaN;
  let sum = 0;
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = statOf(name);
    if (stat && (pids.includes(Number(name)) || pids.includes(stat.parent))) sum += stat.ms;
  }
  return sum;
}
