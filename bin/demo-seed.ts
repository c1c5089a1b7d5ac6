import { closeDatabase } from '@/db/client';
import { seedDemo } from '@/lib/demo/seed';
import { env } from '@/lib/env';

seedDemo(env().DEMO_PASSWORD)
  .then(closeDatabase)
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
