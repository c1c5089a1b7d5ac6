import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  // A component may bring its sheet along; Next's settings for sheets are not for Vite.
  css: { postcss: {} },
  test: {
    include: ['lib/**/*.test.ts', 'db/**/*.test.ts', 'components/**/*.test.ts', 'bin/**/*.test.ts'],
    globalSetup: ['db/testing-setup.ts'],
    // Two cores: a third process would only make the others wait for their databases.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
