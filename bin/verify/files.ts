import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// What tools make; .gitignore holds the same names, and is not there in every copy of the tree.
const SKIPPED = new Set(['node_modules', 'test-results', 'playwright-report', 'coverage']);
const SHOWN_DOTS = new Set(['.ci', '.npmrc', '.gitignore', '.dockerignore', '.github']);

function isSkipped(name: string): boolean {
  if (SKIPPED.has(name) || name === 'next-env.d.ts' || name.endsWith('.tsbuildinfo')) return true;
  return name.startsWith('.') && !SHOWN_DOTS.has(name);
}

/** Every file of the tree that belongs to the project, as paths relative to the root. */
export function listFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !isSkipped(entry.name))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return listFiles(root, path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

export function readText(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Text or null, for a file that not every tree has. */
export function readIfPresent(root: string, file: string): string | null {
  try {
    return readText(root, file);
  } catch {
    return null;
  }
}

export const isCode = (file: string): boolean => /\.(?:[cm]?[jt]s|[jt]sx)$/.test(file);

export const isTest = (file: string): boolean => /\.(?:test|spec)\.tsx?$/.test(file);

/** What tests share lies in `testing.ts`, `testing-….ts` or `testing/`, and may import likewise. */
export const isTestSupport = (file: string): boolean => /(?:^|\/)testing(?:[./-]|$)/.test(file);

/** Whether a file is a place (`lib/domain`, `lib/paths`) or lies in it. */
export function isWithin(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`) || file.startsWith(`${place}.`);
}
