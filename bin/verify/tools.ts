import { spawn } from 'node:child_process';
import { join, relative, sep } from 'node:path';
import type { Check, Violation } from './violation';

type Outcome = { code: number; out: string; all: string };

/** Runs a script of an installed package with this Node, in the tree that is checked. */
function runScript(root: string, script: string, args: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const path = join(root, 'node_modules', script);
    const env = { ...process.env, NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' };
    const child = spawn(process.execPath, [path, ...args], { cwd: root, env });
    let out = '';
    let all = '';
    child.stdout.on('data', (data) => {
      out += data;
      all += data;
    });
    child.stderr.on('data', (data) => {
      all += data;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, out, all }));
  });
}

/** A tool that failed without naming a place must not pass for one that found nothing. */
function orWhole(found: Violation[], file: string, { code, all }: Outcome): Violation[] {
  if (code === 0 || found.length > 0) return found;
  return [{ file, line: 1, message: `failed with code ${code}: ${all.trim().slice(-2000)}` }];
}

type BiomeReport = {
  diagnostics: {
    severity: string;
    message: string;
    category: string;
    location?: { path: string; start: { line: number } };
  }[];
};

export const formatAndLint: Check = {
  name: 'Format and lint',
  async run({ root }) {
    const limits = ['--error-on-warnings', '--max-diagnostics=none', '--colors=off'];
    const args = ['ci', '--reporter=json', ...limits, '.'];
    const outcome = await runScript(root, '@biomejs/biome/bin/biome', args);
    const text = outcome.out.slice(outcome.out.indexOf('{'), outcome.out.lastIndexOf('}') + 1);
    const report: BiomeReport = text.startsWith('{') ? JSON.parse(text) : { diagnostics: [] };
    const found = report.diagnostics
      .filter(({ severity }) => severity !== 'information' && severity !== 'hint')
      .map(({ message, category, location }) => ({
        file: location?.path ?? 'biome.json',
        line: location?.start.line || 1,
        message: `${message} (${category})`,
      }));
    return orWhole(found, 'biome.json', outcome);
  },
};

const TSC_LINE = /^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/;

export const types: Check = {
  name: 'Types',
  async run({ root }) {
    const routes = await runScript(root, 'next/dist/bin/next', ['typegen']);
    if (routes.code !== 0) return orWhole([], 'next.config.ts', routes);
    const outcome = await runScript(root, 'typescript/lib/tsc.js', [
      '--noEmit',
      '--pretty',
      'false',
    ]);
    const found = outcome.all.split('\n').flatMap((line) => {
      const [, path, number, message] = TSC_LINE.exec(line) ?? [];
      if (!path || !message) return [];
      const file = path.startsWith(root) ? relative(root, path) : path;
      return [{ file: file.split(sep).join('/'), line: Number(number), message }];
    });
    return orWhole(found, 'tsconfig.json', outcome);
  },
};
