import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['lib/**/*.test.ts', 'db/**/*.test.ts', 'components/**/*.test.ts', 'bin/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
