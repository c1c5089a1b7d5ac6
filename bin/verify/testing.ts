import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Project, readProject } from './project';
import { type Check, compareViolations } from './violation';

/** Writes a small tree outside the project, gone when the test ends; returns its root. */
export function plantFiles(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'verify-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

export function plant(files: Readonly<Record<string, string>>): Project {
  return readProject(plantFiles(files));
}

/** What a check says of a tree, as it is printed. */
export async function findings(check: Check, project: Project): Promise<string[]> {
  const found = await check.run(project);
  return found
    .sort(compareViolations)
    .map(({ file, line, message }) => `${file}:${line} ${message}`);
}
