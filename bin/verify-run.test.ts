import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readProject } from './verify/project';
import { verify } from './verify/run';
import { findings, plantFiles } from './verify/testing';
import { formatAndLint } from './verify/tools';

const project = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

const LAYOUT = `export default function Layout({ children }: LayoutProps<'/'>) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`;
const PAGE = `import Link from 'next/link';

export default function Page() {
  return <Link href="/">Home</Link>;
}
`;

/** A tree with the project's own settings and checks, and nothing else of it. */
function plantProject(files: Record<string, string>): string {
  const { scripts, dependencies, devDependencies } = JSON.parse(
    readFileSync(join(project, 'package.json'), 'utf8'),
  );
  const kept = ['@babel/parser', '@biomejs/biome', '@types/node', '@types/react', 'next', 'react'];
  const versions = { ...dependencies, ...devDependencies };
  const manifest = {
    private: true,
    type: 'module',
    scripts: { verify: scripts.verify },
    dependencies: Object.fromEntries(
      [...kept, 'react-dom', 'tsx', 'typescript'].map((name) => [name, versions[name]]),
    ),
  };
  const root = plantFiles({
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'next.config.ts': 'export default { typedRoutes: true };\n',
    ...files,
  });
  for (const file of [
    'biome.json',
    'tsconfig.json',
    '.gitignore',
    'bin/verify.mjs',
    'bin/verify',
  ]) {
    cpSync(join(project, file), join(root, file), { recursive: true });
  }
  rmSync(join(root, 'bin/verify/testing.ts'));
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  return root;
}

function runVerify(root: string): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/verify.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: status, out: stdout + stderr };
}

// It starts three compilers; a busy machine takes its time.
describe('npm run verify', { timeout: 120_000 }, () => {
  it('passes a clean tree', () => {
    const { code, out } = runVerify(
      plantProject({ 'app/layout.tsx': LAYOUT, 'app/page.tsx': PAGE }),
    );
    expect(out).toMatch(/^(?:ok {6}.+\n){7}Every check passed\.\n$/);
    expect(code).toBe(0);
  });

  it('reports a breach of every rule in one run', () => {
    const { code, out } = runVerify(
      plantProject({
        'app/layout.tsx': LAYOUT,
        'app/page.tsx': PAGE.replace('href="/"', 'href="/nowhere"'),
        'app/loading.tsx': 'export default function Loading() {\n  return null;\n}\n',
        'lib/domain/a.ts': "import 'react';\n\nexport const a: string = 1;\n",
        'lib/format.ts': `${'const a = 1;\n'.repeat(251)}`,
        'README.md': `${['', 'root', 'portal'].join('/')}\n`,
      }),
    );
    for (const line of [
      'lib/format.ts:2 .*lint/suspicious/noRedeclare',
      'app/page.tsx:4 TS\\d+: .*"/nowhere"',
      "lib/domain/a.ts:3 TS2322: Type 'number' is not assignable to type 'string'",
      "lib/domain/a.ts:1 'react' may not be imported from lib/domain",
      'lib/format.ts:251 251 lines, 250 at most',
      'lib/domain/a.ts:1 nobody imports or runs this file',
      'app/loading.tsx:1 loading file: ',
      "README.md:1 a path of somebody's machine",
    ]) {
      expect(out).toMatch(new RegExp(`^ {8}${line}`, 'm'));
    }
    expect(out).toMatch(/^7 of 7 checks failed\.$/m);
    expect(code).toBe(1);
  });

  it('goes on after a check that broke, and does not pass it', async () => {
    const lines: string[] = [];
    const broken = { name: 'Broken', run: () => Promise.reject(new Error('no luck')) };
    const fine = { name: 'Fine', run: () => [] };
    const root = pathToFileURL(`${plantFiles({ 'a.md': '' })}/`);
    expect(await verify(root, [broken, fine], (line) => lines.push(line))).toBe(1);
    expect(lines[0]).toBe('failed  Broken');
    expect(lines[1]).toContain('the check itself failed: Error: no luck');
    expect(lines.slice(-2)).toEqual(['ok      Fine', '1 of 2 checks failed.']);
  });
});

describe('format and lint', () => {
  const BREACHES: [file: string, text: string, line: number, rule: string][] = [
    ['lib/format-a.ts', 'export const a = "a"\n', 1, 'format'],
    ['lib/badName.ts', 'export const a = 1;\n', 1, 'useFilenamingConvention'],
    ['lib/default.ts', '\nexport default 1;\n', 2, 'noDefaultExport'],
    ['app/apply/actions.ts', '\nexport default 1;\n', 2, 'noDefaultExport'],
    ['lib/interface.ts', '\nexport interface A {\n  a: 1;\n}\n', 2, 'useConsistentTypeDefinitions'],
    ['lib/any.ts', '\nexport const a: any = 1;\n', 2, 'noExplicitAny'],
    ['lib/bang.ts', '\nexport const a = [1][0]!;\n', 2, 'noNonNullAssertion'],
    ['lib/types.ts', "import { A } from './a';\n\nexport type B = A;\n", 1, 'useImportType'],
    ['lib/imports.ts', "import { a } from './a';\n", 1, 'noUnusedImports'],
    ['lib/variables.ts', '\nconst a = 1;\n', 2, 'noUnusedVariables'],
    ['lib/parameters.ts', '\nexport const a = (b: 1) => 1;\n', 2, 'noUnusedFunctionParameters'],
    ['lib/barrel.ts', "\nexport { a } from './a';\n", 2, 'noBarrelFile'],
    ['lib/all.ts', "\nexport * from './a';\n", 2, 'noReExportAll'],
    ['components/console.ts', "\nconsole.log('a');\n", 2, 'noConsole'],
    ['db/console.ts', "\nconsole.error('a');\n", 2, 'noConsole'],
    ['lib/common.ts', '\nmodule.exports = 1;\n', 2, 'noCommonJs'],
    ['lib/common-too.ts', "\nexport const a = require('b');\n", 2, 'noCommonJs'],
    ['lib/only.test.ts', "\nit.only('a', () => {});\n", 2, 'noFocusedTests'],
    ['lib/skip.test.ts', "\nit.skip('a', () => {});\n", 2, 'noSkippedTests'],
    ['lib/ignore.ts', '\n// @ts-ignore\nexport const a = 1;\n', 2, 'noTsIgnore'],
    [
      'components/html.tsx',
      '\nexport const A = () => <p dangerouslySetInnerHTML={{ __html: 1 }} />;\n',
      2,
      'noDangerouslySetInnerHtml',
    ],
    ['app/globals.css', 'a {\n  colour: red;\n}\n', 2, 'noUnknownProperty'],
  ];
  const ACCEPTED = {
    'app/apply/[reference]/page.tsx': 'export default function Page() {\n  return null;\n}\n',
    'app/theme.css': "@import 'tailwindcss';\n\n@theme {\n  --color-a: #000;\n}\n",
    'bin/a.mjs': "console.log('a');\n",
    'bench/a.ts': "console.log('a');\n",
    'db/schema/index.ts': "export * from './a';\n",
    'lib/domain/questions/catalogue.ts': "export { a } from './a';\n",
    'db/migrations/meta/a.json': '{"a":1}',
    'eslint.config.mjs': 'export default {};\n',
  };

  it('holds every rule of the house, and its exceptions', async () => {
    const planted = Object.fromEntries(BREACHES.map(([file, text]) => [file, text]));
    const root = plantProject({ ...planted, ...ACCEPTED });
    const found = await findings(formatAndLint, readProject(root));
    for (const [file, , line, rule] of BREACHES) {
      const expected = new RegExp(`^${file}:${line} .*\\((?:lint/\\w+/)?${rule}\\)$`);
      expect(found).toContainEqual(expect.stringMatching(expected));
    }
    for (const file of Object.keys(ACCEPTED)) {
      expect(found.filter((each) => each.startsWith(`${file}:`))).toEqual([]);
    }
  });
});
