import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Tells a process from a later one with the same number: its start time. Null when none has it.
 * A zombie counts as gone.
 */
export function processIdentity(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? null : `${pid}@${fields[19]}`;
    }
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return `${pid}@${started.trim()}`;
  } catch {
    return null;
  }
}

/** The words a running process was started with, '' when it is gone or hidden. */
export function processCommand(pid: number): string {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

export const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Asks a process to end, by each signal in turn, and says whether it has gone. */
export async function endProcess(
  pid: number,
  steps: readonly (readonly [NodeJS.Signals, seconds: number])[],
): Promise<boolean> {
  const identity = processIdentity(pid);
  if (!identity) return true;
  for (const [signal, seconds] of steps) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
    }
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(25)) {
      if (processIdentity(pid) !== identity) return true;
    }
  }
  return processIdentity(pid) !== identity;
}
