import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const tests = [
  'lib/**/*.test.ts',
  'db/**/*.test.ts',
  'components/**/*.test.ts',
  'bin/**/*.test.ts',
];
/** Files that put something in a module's place, which others of their process would be given too. */
const alone = ['bin/{audit-export,euo-export,upload-route}.test.ts'];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  // A component may bring its sheet along; Next's settings for sheets are not for Vite.
  css: { postcss: {} },
  test: {
    globalSetup: ['db/testing-setup.ts'],
    setupFiles: ['lib/testing/as-found.ts'],
    // Two cores: a third process would only make the others wait for their databases.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      // Loading everything anew for each file would take as long as the tests do.
      { extends: true, test: { name: 'shared', include: tests, exclude: alone, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
