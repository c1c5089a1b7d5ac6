import { builtinModules } from 'node:module';
import { posix } from 'node:path';

/** What an import points at: a file of ours, a built-in of Node or a package. */
export type Target =
  | { kind: 'file'; path: string }
  | { kind: 'builtin' }
  | { kind: 'package'; name: string };

const BUILTINS = new Set(builtinModules);
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.d.mts', '/index.ts', '/index.tsx'];

export function resolveTarget(file: string, from: string): Target {
  if (from.startsWith('@/')) return { kind: 'file', path: posix.normalize(from.slice(2)) };
  if (from.startsWith('.')) {
    return { kind: 'file', path: posix.join(posix.dirname(file), from) };
  }
  const [first = from, second = ''] = from.split('/');
  if (from.startsWith('node:') || BUILTINS.has(from) || BUILTINS.has(first)) {
    return { kind: 'builtin' };
  }
  return { kind: 'package', name: from.startsWith('@') ? `${first}/${second}` : first };
}

/** The file of ours that a path without its ending means, or null. */
export function findFile(files: ReadonlySet<string>, path: string): string | null {
  const written = path.replace(/\.m?js$/, '');
  for (const stem of [path, written]) {
    const found = ENDINGS.map((ending) => stem + ending).find((each) => files.has(each));
    if (found) return found;
  }
  return null;
}
