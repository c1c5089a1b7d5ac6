import { prepare } from './prepare.mjs';

const { runTests } = await prepare('test-run.ts');
await runTests(process.argv.slice(2));
