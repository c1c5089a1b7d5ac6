import { join } from 'node:path';
import { end, runToEnd } from '@/bin/children';
import { root } from '@/bin/prepare.mjs';
import { benchCluster } from './database';
import { measureLedger } from './ledger';

const SIZES = (process.env.BENCH_LEDGER_SIZES || '100000,1000000').split(',').map(Number);

await runToEnd(async () => {
  const cluster = await benchCluster(join(root, '.data', 'bench'));
  for (const size of SIZES) {
    const name = `bench_ledger_${size}`;
    console.log(await measureLedger(await cluster.create(name), size));
    await cluster.drop(name).catch(() => {});
  }
  await end(0);
});
