import { describe, expect, it } from 'vitest';
import { importRules } from './verify/import-rules';
import { IMPORT_TABLE } from './verify/import-table';
import { findings, plant } from './verify/testing';

const found = (file: string, text: string) => findings(importRules, plant({ [file]: text }));

const REFUSED: [file: string, from: string][] = [
  ['lib/domain/a.ts', '@/lib/format'],
  ['lib/domain/a.ts', '@/db/client'],
  ['lib/domain/a.ts', 'react'],
  ['lib/domain/a.ts', 'drizzle-orm'],
  ['lib/domain/a.ts', 'vitest'],
  ['lib/domain/a.ts', 'node:fs'],
  ['lib/domain/a.ts', 'fs/promises'],
  ['lib/domain/a.test.ts', '@/db/client'],
  ['lib/queries/a.ts', '@/lib/commands/b'],
  ['lib/queries/a.ts', '@/lib/auth/session'],
  ['lib/commands/apply/a.ts', '@/lib/queries/b'],
  ['lib/commands/a.ts', '@/app/page'],
  ['lib/jobs/a.ts', '@/db/client'],
  ['lib/demo/a.ts', '@/db/client'],
  ['lib/auth/a.ts', '@/lib/commands/b'],
  ['lib/auth/a.ts', '@/lib/queries/b'],
  ['lib/ports/a.ts', '@/db/client'],
  ['lib/ports/a.ts', 'postgres'],
  ['lib/paths.ts', './env'],
  ['lib/format.ts', 'zod'],
  ['lib/env.ts', '@/lib/ports/clock'],
  ['db/a.ts', '@/lib/commands/b'],
  ['db/a.ts', 'next/headers'],
  ['components/ui/a.tsx', '@/db/schema'],
  ['components/ui/a.tsx', '@/lib/queries/b'],
  ['components/ui/a.tsx', '@/lib/commands/b'],
  ['components/ui/a.tsx', '@/lib/auth/session'],
  ['components/ui/a.tsx', 'drizzle-orm/pg-core'],
  ['components/ui/a.tsx', 'node:crypto'],
  ['components/ui/a.tsx', '@/app/page'],
  ['app/apply/page.tsx', '@/db/client'],
  ['app/apply/page.tsx', 'drizzle-orm'],
  ['app/apply/page.tsx', 'postgres'],
  ['e2e/journeys/a.spec.ts', '@/lib/queries/b'],
  ['e2e/journeys/a.spec.ts', '@/lib/commands/b'],
  ['e2e/journeys/a.spec.ts', '@/db/client'],
  ['e2e/journeys/a.spec.ts', '@/bin/user-create'],
  ['e2e/fixtures/a.ts', '@/db/client'],
  ['proxy.ts', 'drizzle-orm'],
];

describe('who may import whom', () => {
  it.each(REFUSED)('refuses in %s an import of %s', async (file, from) => {
    expect(await found(file, `\nimport { b } from '${from}';\nb();\n`)).toEqual([
      expect.stringMatching(`^${file}:2 '${from}' may not be imported from `),
    ]);
  });

  const words = IMPORT_TABLE.flatMap(({ from, may }) => may.map((word) => ({ from, word })));
  it.each(words)('$from: $word does what the table says', async ({ from, word }) => {
    const file = from === './' ? 'proxy.ts' : `${from}/a.ts`;
    const name = word.replace('!', '');
    const names: Record<string, string> = {
      '*': 'any-package',
      'node:': 'node:fs',
      '@/': '@/lib/b',
    };
    const problems = await found(file, `import '${names[name] ?? name}';\n`);
    expect(problems).toHaveLength(word.startsWith('!') ? 1 : 0);
  });

  it('lets a file import its neighbours, and a test its tools', async () => {
    expect(await found('lib/domain/a.ts', "import './b';\nimport './questions/c';\n")).toEqual([]);
    expect(await found('lib/domain/a.test.ts', "import 'vitest';\nimport 'node:fs';\n")).toEqual(
      [],
    );
    expect(await found('lib/queries/a.test.ts', "import '@/lib/commands/b';\n")).toEqual([]);
  });

  it('refuses what tests share anywhere but in tests', async () => {
    const text = "import '@/db/testing';\n";
    expect(await found('lib/commands/a.ts', text)).toEqual([
      "lib/commands/a.ts:1 '@/db/testing' is for tests only",
    ]);
    expect(await found('lib/commands/a.test.ts', text)).toEqual([]);
    expect(await found('bin/test-run.ts', text)).toEqual([]);
  });

  it('refuses a folder that has no row', async () => {
    expect(await found('lib/utils/a.ts', '')).toEqual([
      'lib/utils/a.ts:1 lies in no row of bin/verify/import-table.ts',
    ]);
  });

  it('keeps server-only to the session', async () => {
    const text = "import 'server-only';\n";
    expect(await found('lib/auth/session.ts', text)).toEqual([]);
    for (const file of ['lib/auth/other.ts', 'app/page.tsx', 'bin/a.ts']) {
      expect(await found(file, text)).toEqual([
        `${file}:1 'server-only' may be imported in lib/auth/session.ts only`,
      ]);
    }
  });
});

describe('every way to import', () => {
  it.each([
    "import '@/db/client';",
    "import a from '@/db/client';",
    "import * as a from '@/db/client';",
    "import type { A } from '@/db/client';",
    "import { type A } from '@/db/client';",
    "export { a } from '@/db/client';",
    "export type { A } from '@/db/client';",
    "export * from '@/db/client';",
    "export * as a from '@/db/client';",
    "const a = () => import('@/db/client');",
    'const a = import(`@/db/client`);',
    "type A = import('@/db/client').A;",
    "type A = typeof import('@/db/client');",
  ])('sees %s', async (text) => {
    expect(await found('components/a.tsx', `\n\n${text}\n`)).toEqual([
      "components/a.tsx:3 '@/db/client' may not be imported from components",
    ]);
  });

  it.each([
    ["const a = require('zod');", "'zod'"],
    ["import a = require('zod');", "'zod'"],
    ['const load = createRequire(import.meta.url);', "'createRequire'"],
  ])('refuses %s', async (text, name) => {
    expect(await found('lib/domain/a.ts', text)).toEqual([
      `lib/domain/a.ts:1 ${name}: CommonJS is banned, write an import`,
    ]);
  });

  it('lets a package be found without being loaded', async () => {
    const text = "createRequire(import.meta.url).resolve('zod');\n";
    expect(await found('db/a.ts', text)).toEqual([]);
  });

  it('refuses a name made while running, save in programs', async () => {
    const text = 'const a = (b: string) => import(b);\n';
    expect(await found('lib/jobs/a.ts', text)).toEqual([
      'lib/jobs/a.ts:1 imports a name that is not known before it runs: write it as one text',
    ]);
    expect(await found('bin/a.ts', text)).toEqual([]);
  });

  it('is not misled by comments and texts', async () => {
    const text =
      "// import '@/db/client';\nconst a = \"import '@/db/client'\";\n/* require('b') */\n";
    expect(await found('components/a.tsx', text)).toEqual([]);
  });

  it.each([
    ['../domain/b', "'../domain/b': write '@/…' instead of '..'"],
    ['./../domain/b', "'./../domain/b': write '@/…' instead of '..'"],
    ['@/lib/../lib/domain/b', "'@/lib/../lib/domain/b': write '@/…' instead of '..'"],
    ['@/lib/commands/b', "'@/lib/commands/b' is in the same folder: write './b'"],
  ])('refuses the shape of %s', async (from, message) => {
    expect(await found('lib/commands/a.ts', `import '${from}';`)).toEqual([
      `lib/commands/a.ts:1 ${message}`,
    ]);
  });

  it('says of a file that it cannot read where it stops', async () => {
    expect(await found('lib/domain/a.ts', 'const a = 1;\nconst = 2;\n')).toEqual([
      expect.stringMatching(/^lib\/domain\/a\.ts:2 cannot be read: /),
    ]);
  });
});
