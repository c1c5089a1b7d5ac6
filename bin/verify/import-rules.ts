import { posix } from 'node:path';
import { isTest, isTestSupport, isWithin } from './files';
import { IMPORT_TABLE, ONLY_IN, type Row } from './import-table';
import type { Module } from './module';
import { resolveTarget, type Target } from './resolve';
import type { Check, Violation } from './violation';

const isForTests = (file: string): boolean => isTest(file) || isTestSupport(file);

// Programs may load what they find; what is served and judged may not.
const isProgram = (row: Row): boolean => row.may.includes('@/');

const rowOf = (file: string): Row | undefined =>
  IMPORT_TABLE.find(({ from }) => (from === './' ? !file.includes('/') : isWithin(file, from)));

function matches(word: string, target: Target): boolean {
  if (target.kind === 'builtin') return word === 'node:';
  if (target.kind === 'package') return word === '*' || word === target.name;
  return word === '@/' || (word.startsWith('@/') && isWithin(target.path, word.slice(2)));
}

function isAllowed(file: string, row: Row, target: Target): boolean {
  if (target.kind === 'file' && isWithin(target.path, row.from)) return true;
  const words = [...row.may, ...(isForTests(file) ? (row.tests ?? []) : [])];
  const refused = words.some((word) => word.startsWith('!') && matches(word.slice(1), target));
  const named = isForTests(file) && row.tests?.some((word) => matches(word, target));
  return (!refused || named === true) && words.some((word) => matches(word, target));
}

function shapeProblem(file: string, from: string): string | null {
  if (from === '?') return 'imports a name that is not known before it runs: write it as one text';
  if (from.split('/').includes('..')) return `'${from}': write '@/…' instead of '..'`;
  if (!from.startsWith('@/')) return null;
  const sameFolder = posix.dirname(from.slice(2)) === posix.dirname(file);
  return sameFolder ? `'${from}' is in the same folder: write './${posix.basename(from)}'` : null;
}

function importProblem(file: string, row: Row, from: string): string | null {
  if (from === '?' && isProgram(row)) return null;
  const shape = shapeProblem(file, from);
  if (shape) return shape;
  const target = resolveTarget(file, from);
  if (target.kind === 'package' && ONLY_IN[target.name]) {
    const home = ONLY_IN[target.name];
    return file === home ? null : `'${from}' may be imported in ${home} only`;
  }
  const isSupport = target.kind === 'file' && isTestSupport(target.path);
  if (isSupport && !isForTests(file) && !isProgram(row)) {
    return `'${from}' is for tests only`;
  }
  if (isAllowed(file, row, target)) return null;
  return `'${from}' may not be imported from ${row.from === './' ? 'the root' : row.from}`;
}

function checkModule(module: Module): Violation[] {
  const { file } = module;
  const row = rowOf(file);
  if (!row) {
    return [{ file, line: 1, message: 'lies in no row of bin/verify/import-table.ts' }];
  }
  const found: Violation[] = [];
  for (const { from, line, how } of module.imports) {
    const problem =
      how === 'require'
        ? `'${from}': CommonJS is banned, write an import`
        : importProblem(file, row, from);
    if (problem) found.push({ file, line, message: problem });
  }
  for (const { source, line } of module.exports) {
    const problem = source ? importProblem(file, row, source.from) : null;
    if (problem) found.push({ file, line, message: problem });
  }
  return found;
}

/** The table of who may import whom, and the shape in which imports are written. */
export const importRules: Check = {
  name: 'Import rules',
  run({ modules, unreadable }) {
    return [...unreadable, ...[...modules.values()].flatMap(checkModule)];
  },
};
