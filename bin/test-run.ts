import * as fs from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@/db/embedded';
import { wait } from '@/db/embedded-process';
import { startTestCluster } from '@/db/embedded-template';
import { atEnd, complain, end, hide, runNode, runToEnd } from './children';
import { obtainChromium } from './chromium';
import { appEnvironment, seedDemo } from './launch';
import { takeLock } from './lock';
import { ensureBuilt, refuseTakenPort, serve } from './next-server';
import { root } from './prepare.mjs';
import { sum, type Tally, tallyPlaywright, tallyVitest } from './tally';

const data = join(root, '.data');
const script = (...path: string[]) => join(root, 'node_modules', ...path);

/** A place for a report that no other run writes to. */
function reportFile(name: string): string {
  const path = join(data, `${name}-${process.pid}.json`);
  fs.mkdirSync(data, { recursive: true, mode: 0o711 });
  fs.rmSync(path, { force: true });
  atEnd(() => fs.rmSync(path, { force: true }));
  return path;
}

async function unitTests(filters: readonly string[]): Promise<Tally> {
  const report = reportFile('vitest');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // The variables of a portal that is set up here must not lead the tests to its database.
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, PORTAL_CLOCK_FILE: ___, ...env } = process.env;
  const status = await runNode([script('vitest', 'vitest.mjs'), ...args, ...filters], { env });
  return tallyVitest(report, status);
}

// One at a time in a folder: they share its build.
async function takeTurn(): Promise<void> {
  const path = join(data, 'browser-tests.lock');
  for (let told = false; ; await wait(1000)) {
    const lock = takeLock(path);
    if ('release' in lock) return atEnd(lock.release);
    if (!told) console.log(`Waiting for the browser tests of process ${lock.heldBy}…`);
    told = true;
  }
}

async function browserTests(filters: readonly string[]): Promise<Tally> {
  const chromium = obtainChromium();
  await takeTurn();
  const databases = await startTestCluster(data);
  atEnd(() => databases.stop());
  const { appUrl, superuserUrl } = await databases.create();
  hide(...[appUrl, superuserUrl].map((url) => decodeURIComponent(new URL(url).password)));

  const clock = join(data, `clock-${process.pid}`);
  atEnd(() => fs.rmSync(clock, { force: true }));
  const { DEMO_PASSWORD: _, HOST: __, AUTH_URL: ___, ...inherited } = appEnvironment(appUrl, true);
  // Not the demo's: what this database does not know would be swept away.
  const files = join(data, `test-evidence-${process.pid}`);
  atEnd(() => fs.rmSync(files, { recursive: true, force: true }));
  const own = { PORTAL_CLOCK_FILE: clock, EVIDENCE_FOLDER: files, EVIDENCE_BUCKET: undefined };
  const env = { ...inherited, ...own } as NodeJS.ProcessEnv;
  hide(env.AUTH_SECRET);
  await seedDemo(env);
  await ensureBuilt(env);

  // One for each worker, for the journeys of mail: what they send, no other portal may take up.
  const mailDatabases = [await databases.create(), await databases.create()];
  // And for those of a portal that is no demo.
  const staffDatabases = [await databases.create(), await databases.create()];

  const port = await freePort();
  await refuseTakenPort(port, '127.0.0.1');
  await serve({ command: 'start', port, host: '127.0.0.1', env, name: `test-${process.pid}` });
  atEnd(() => fs.rmSync(join(data, `test-${process.pid}.pid`), { force: true }));

  const report = reportFile('playwright');
  const status = await runNode(
    [script('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json', ...filters],
    {
      env: {
        ...env,
        E2E_BASE_URL: `http://localhost:${port}`,
        E2E_SUPERUSER_URL: superuserUrl,
        E2E_MAIL_DATABASES: JSON.stringify(mailDatabases),
        E2E_STAFF_DATABASES: JSON.stringify(staffDatabases),
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    },
  );
  return tallyPlaywright(report, status);
}

/** npm test [unit|e2e] [filters]: its last line is `N passed, N failed`, also after a crash. */
export const runTests = ([part, ...filters]: string[]) =>
  runToEnd(async () => {
    const parts = { unit: [unitTests], e2e: [browserTests] }[part ?? ''];
    if (part && !parts) {
      complain(`There is no part '${part}': it is unit or e2e.`);
      await end(1, '0 passed, 1 failed');
    }
    const tallies: Tally[] = [];
    for (const run of parts ?? [unitTests, browserTests]) {
      tallies.push(
        await run(filters).catch((error) => {
          complain(error);
          return { passed: 0, failed: 1 };
        }),
      );
    }
    const { passed, failed } = sum(tallies);
    await end(failed > 0 || passed === 0 ? 1 : 0, `${passed} passed, ${failed} failed`);
  }, 130);
