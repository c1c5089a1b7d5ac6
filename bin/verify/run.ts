import { fileURLToPath } from 'node:url';
import { fileLength } from './file-length';
import { importRules } from './import-rules';
import { localTraces } from './local-traces';
import { pageTraps } from './page-traps';
import { type Project, readProject } from './project';
import { formatAndLint, types } from './tools';
import { unusedCode } from './unused-code';
import { type Check, compareViolations, type Violation } from './violation';

export const CHECKS: readonly Check[] = [
  formatAndLint,
  types,
  importRules,
  fileLength,
  unusedCode,
  pageTraps,
  localTraces,
];

async function outcomeOf(check: Check, project: Project): Promise<Violation[]> {
  try {
    return (await check.run(project)).sort(compareViolations);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [{ file: '.', line: 1, message: `the check itself failed: ${message}` }];
  }
}

/** Runs every check over a tree, prints what each found, and gives the exit code. */
export async function verify(
  folder: URL,
  checks: readonly Check[] = CHECKS,
  print: (line: string) => void = console.log,
): Promise<number> {
  const root = fileURLToPath(folder).replace(/\/$/, '');
  const project = readProject(root);
  const running = checks.map((check) => outcomeOf(check, project));
  let failed = 0;
  for (const [index, check] of checks.entries()) {
    const found = (await running[index]) ?? [];
    print(`${found.length === 0 ? 'ok    ' : 'failed'}  ${check.name}`);
    for (const { file, line, message } of found) print(`        ${file}:${line} ${message}`);
    if (found.length > 0) failed += 1;
  }
  print(failed === 0 ? 'Every check passed.' : `${failed} of ${checks.length} checks failed.`);
  return failed === 0 ? 0 : 1;
}
