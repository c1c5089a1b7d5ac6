import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { processIdentity } from '@/db/embedded-process';

function holder(path: string): { text: string; alive: boolean } | null {
  let text: string;
  try {
    text = fs.readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  const identity = text.trim();
  const pid = Number.parseInt(identity, 10);
  return { text, alive: processIdentity(pid) === identity };
}

/** The number of the living process that holds a lock, or null. */
export function lockedBy(path: string): number | null {
  const found = holder(path);
  return found?.alive ? Number.parseInt(found.text, 10) : null;
}

/**
 * Takes a lock that dies with this process: a file with its number and start time. Returns how to
 * give it back, or the number of the process that has it.
 */
export function takeLock(path: string): { release: () => void } | { heldBy: number } {
  fs.mkdirSync(dirname(path), { recursive: true, mode: 0o711 });
  const mine = `${processIdentity(process.pid)}\n`;
  const draft = `${path}.${process.pid}`;
  fs.writeFileSync(draft, mine);
  try {
    for (;;) {
      try {
        // Linking is atomic and the file is whole from the first moment.
        fs.linkSync(draft, path);
        return { release: () => release(path, mine) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const found = holder(path);
      if (found?.alive) return { heldBy: Number.parseInt(found.text, 10) };
      if (found) dropStale(path, found.text);
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function release(path: string, mine: string): void {
  if (holder(path)?.text === mine) fs.rmSync(path, { force: true });
}

// Another start may have replaced the stale lock meanwhile: then its lock is put back.
function dropStale(path: string, stale: string): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    fs.renameSync(path, aside);
    if (fs.readFileSync(aside, 'utf8') !== stale) fs.linkSync(aside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}
