import { describe, expect, it } from 'vitest';
import { findings, plant } from './verify/testing';
import { unusedCode } from './verify/unused-code';

const found = (files: Record<string, string>) => findings(unusedCode, plant(files));

describe('unused files', () => {
  it('names a file to which nothing leads, and what only it uses', async () => {
    const files = {
      'app/page.tsx': "import '@/lib/a';",
      'lib/a.ts': '',
      'lib/b.ts': "import './c';",
      'lib/c.ts': '',
    };
    expect(await found(files)).toEqual([
      'lib/b.ts:1 nobody imports or runs this file',
      'lib/c.ts:1 nobody imports or runs this file',
    ]);
  });

  it('follows scripts, spawned files and files that settings name', async () => {
    const files = {
      'package.json': '{ "scripts": { "start": "node bin/start.mjs" } }',
      'bin/start.mjs': "spawn('node', ['bin/seed.ts']);\nnew URL('./work.mjs', import.meta.url);",
      'bin/seed.ts': '',
      'bin/work.mjs': '',
      'drizzle.config.ts': "export default { schema: './db/schema/index.ts' };",
      'db/schema/index.ts': "export * from './a';",
      'db/schema/a.ts': 'export const a = 1;',
    };
    expect(await found(files)).toEqual([]);
  });
});

describe('unused exports', () => {
  it('names the one that nobody imports, though its own file uses it', async () => {
    const files = {
      'lib/a.test.ts': "import { a } from './a';",
      'lib/a.ts':
        'export const a = 1;\nconst c = 2;\nexport const b = a;\nexport { c, c as d };\nb;',
    };
    expect(await found(files)).toEqual([
      'lib/a.ts:3 export b is imported by nobody',
      'lib/a.ts:4 export c is imported by nobody',
      'lib/a.ts:4 export d is imported by nobody',
    ]);
  });

  it('sees parts of a pattern, functions, classes and defaults', async () => {
    const files = {
      'lib/a.test.ts': "import './a';",
      'lib/a.ts': [
        'export const { a, b: [c] } = d;',
        'export function e() {}',
        'export class F {}',
        'export default e;',
      ].join('\n'),
    };
    expect((await found(files)).map((each) => each.split(' ')[2])).toEqual([
      'a',
      'c',
      'e',
      'F',
      'default',
    ]);
  });

  it('lets a type be exported for what its own file exports', async () => {
    const files = {
      'lib/a.test.ts': "import { a } from './a';",
      'lib/a.ts': 'export type A = 1;\nexport type B = 2;\nexport const a: A = 1;',
    };
    expect(await found(files)).toEqual(['lib/a.ts:2 export B is imported by nobody']);
  });

  it('follows names through barrels, one by one', async () => {
    const files = {
      'lib/x.test.ts': "import { a, second } from './barrel';",
      'lib/barrel.ts': "export * from './a';\nexport { b as second, c } from './b';",
      'lib/a.ts': 'export const a = 1;\nexport const unused = 1;',
      'lib/b.ts': 'export const b = 1;\nexport const c = 1;',
    };
    expect(await found(files)).toEqual([
      'lib/a.ts:2 export unused is imported by nobody',
      'lib/b.ts:2 export c is imported by nobody',
      'lib/barrel.ts:2 export c is imported by nobody',
    ]);
  });

  it.each([
    "import * as all from './a';",
    "const all = await import('./a');",
    "type All = typeof import('./a');",
    "export * from './a';",
  ])('takes everything by %s', async (text) => {
    expect(await found({ 'lib/x.test.ts': text, 'lib/a.ts': 'export const a = 1;' })).toEqual([]);
  });

  it('asks nothing of what Next and the tools call', async () => {
    const files = {
      'app/apply/page.tsx': 'export const metadata = {};\nexport default 1;',
      'app/api/a/route.ts': 'export function GET() {}',
      'proxy.ts': 'export function proxy() {}',
      'vitest.config.ts': 'export default {};',
    };
    expect(await found(files)).toEqual([]);
  });
});

describe('dependencies', () => {
  const manifest = (names: string[]) => {
    const dependencies = Object.fromEntries(names.map((name) => [name, '1.0.0']));
    return JSON.stringify({ scripts: { build: 'tool --all' }, dependencies }, null, 2);
  };

  it('names the one that nobody uses', async () => {
    const files = {
      'package.json': manifest(['used', '@scope/used', 'unused', 'tool', 'styles', '@types/used']),
      'app/page.tsx': "import 'used/deep';\nexport { a } from '@scope/used';",
      'app/globals.css': "@import 'styles';",
    };
    expect(await found(files)).toEqual(['package.json:8 unused is used by nobody']);
  });

  it('names a package that package.json does not', async () => {
    const files = { 'package.json': manifest([]), 'app/page.tsx': "\nimport type { A } from 'b';" };
    expect(await found(files)).toEqual(['app/page.tsx:2 b is not in package.json']);
  });
});
