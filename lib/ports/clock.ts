import { readFileSync, statSync } from 'node:fs';
import { env } from '@/lib/env';

let moved: (() => Date) | null = null;

function fromFile(path: string): Date | null {
  try {
    const text = readFileSync(path, 'utf8').trim();
    if (text === '') return null;
    const start = Date.parse(text);
    if (Number.isNaN(start)) throw new Error(`${path} does not hold an ISO instant`);
    return new Date(start + Date.now() - statSync(path).mtimeMs);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * The present instant. With PORTAL_CLOCK_FILE it is the ISO instant in that file, running on from
 * the moment the file was written; without the file, or when it is empty, it is the real time.
 */
export function now(): Date {
  if (moved) return moved();
  const path = env().PORTAL_CLOCK_FILE;
  return (path && fromFile(path)) || new Date();
}

/** Tests stop the clock at an instant, or move it by a function of their own; null lets it go. */
export function moveClock(to: Date | string | (() => Date) | null): void {
  if (to === null || typeof to === 'function') moved = to;
  else {
    const instant = new Date(to);
    if (Number.isNaN(instant.getTime())) throw new Error(`'${to}' is not an instant`);
    moved = () => new Date(instant);
  }
}
