/**
 * Who may import whom: the first row whose place holds the file decides, so the narrower comes
 * first. Its own place is always open. `@/…` is a place of ours, `*` any package, `node:` the
 * built-ins, any other word a package; `!` takes one away. `tests` adds for test files only.
 */
export type Row = { from: string; may: readonly string[]; tests?: readonly string[] };

const TEST_TOOLS = ['vitest', 'fast-check', 'node:', '@/lib/testing'];
// Where rows are kept, a test makes them by commands, reads them back, and signs people in.
const TENANT_TESTS = [...TEST_TOOLS, '@/db', '@/lib', 'drizzle-orm', 'postgres'];
const NO_TABLES = ['!drizzle-orm', '!drizzle-kit', '!postgres'];

export const IMPORT_TABLE: readonly Row[] = [
  // Messages lead somewhere: lib/paths holds the addresses and imports nothing, so it is no way out.
  { from: 'lib/domain', may: ['@/lib/paths', 'zod'], tests: TEST_TOOLS },
  {
    from: 'lib/queries',
    may: ['@/db', '@/lib/domain', '@/lib/ports', 'drizzle-orm', 'zod', 'react', 'node:'],
    tests: TENANT_TESTS,
  },
  {
    from: 'lib/commands',
    may: ['@/db', '@/lib/domain', '@/lib/ports', 'drizzle-orm', 'zod', 'node:'],
    tests: TENANT_TESTS,
  },
  {
    from: 'lib/jobs',
    may: [
      ...['@/lib/commands', '@/lib/queries', '@/lib/domain', '@/lib/ports'],
      ...['@/db/job-worker', 'zod', 'node:'],
    ],
    tests: TENANT_TESTS,
  },
  {
    from: 'lib/demo',
    may: ['@/lib/commands', '@/lib/queries', '@/lib/domain', '@/lib/ports', 'zod', 'node:'],
    tests: TENANT_TESTS,
  },
  {
    from: 'lib/auth',
    may: ['@/db', '@/lib/domain', '@/lib/env', '@/lib/paths', '@/lib/ports', '*', 'node:'],
    tests: TENANT_TESTS,
  },
  {
    from: 'lib/ports',
    may: ['@/lib/domain', '@/lib/env', '*', 'node:', ...NO_TABLES],
    tests: ['@/lib/testing'],
  },
  { from: 'lib/testing', may: [...TENANT_TESTS, 'smtp-server', 'oidc-provider'] },
  { from: 'lib/env', may: ['zod', 'node:'], tests: TEST_TOOLS },
  { from: 'lib/paths', may: [], tests: TEST_TOOLS },
  { from: 'lib/format', may: ['@/lib/domain'], tests: TEST_TOOLS },
  {
    from: 'db',
    may: [
      ...['@/lib/domain', '@/lib/env', '@/lib/ports'],
      ...['drizzle-orm', 'postgres', 'graphile-worker', 'node:'],
    ],
    tests: [...TENANT_TESTS, '@/bin'],
  },
  {
    from: 'components',
    may: ['@/lib/domain', '@/lib/paths', '@/lib/format', '*', '!next-auth', ...NO_TABLES],
    tests: TEST_TOOLS,
  },
  {
    from: 'app',
    may: ['@/components', '@/lib', '*', 'node:', ...NO_TABLES],
    tests: TEST_TOOLS,
  },
  {
    from: 'e2e/fixtures',
    may: ['@/e2e', '@/bin', '@/lib/domain', '@/lib/paths', '@/lib/format', '*', 'node:'],
  },
  {
    from: 'e2e',
    may: [
      '@/lib/domain',
      '@/lib/paths',
      '@/lib/format',
      '@playwright/test',
      '@axe-core/playwright',
      'axe-core',
      'node:',
    ],
  },
  { from: 'bin', may: ['@/', '*', 'node:'] },
  { from: 'bench', may: ['@/', '*', 'node:'] },
  { from: './', may: ['@/', '*', 'node:', '!drizzle-orm'] },
];

/** Packages that only one file may import, wherever the table would let them in. */
export const ONLY_IN: Readonly<Record<string, string>> = {
  // Elsewhere it breaks the tests; the session is what every page's data passes through.
  'server-only': 'lib/auth/session.ts',
  // Whoever keeps or reads evidence knows the port, never what lies behind it.
  '@aws-sdk/client-s3': 'lib/ports/s3-store.ts',
  '@aws-sdk/lib-storage': 'lib/ports/s3-store.ts',
  '@fastify/busboy': 'lib/ports/receive-upload.ts',
};
