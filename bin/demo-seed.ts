import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { closeDatabase } from '@/db/client';

// The demo lands after the launcher; until then there is nothing to seed.
const seed = join(import.meta.dirname, '..', 'lib', 'demo', 'seed.ts');

async function main(): Promise<void> {
  if (!existsSync(seed)) return;
  const { seedDemo } = await import(pathToFileURL(seed).href);
  await seedDemo();
  await closeDatabase();
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
