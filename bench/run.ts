import * as fs from 'node:fs';
import { join } from 'node:path';
import { end, hide, runToEnd } from '@/bin/children';
import { appEnvironment } from '@/bin/launch';
import { ensureBuilt } from '@/bin/next-server';
import { root } from '@/bin/prepare.mjs';
import { giveCredentials } from './credentials';
import { type BenchDatabase, benchCluster } from './database';
import { measureFigures } from './figures';
import { fill } from './fill';
import { measureImports } from './imports';
import { measureLedgers } from './ledger';
import { CONNECTIONS, type Limits, measure } from './load';
import { report, type Taken } from './report';
import { scriptsOf } from './scripts';
import { buildBarePage, type Server, startServer } from './servers';
import { signIn } from './sign-in';
import { makeSubjects, SUPPLIER, type Subjects, UPLOADERS } from './subjects';
import { reading, type Target, targetsOf } from './targets';
import { measureUploads } from './uploads';

const number = (name: string, usual: number) => Number(process.env[name] || usual);
const SIZES = (process.env.BENCH_SIZES || '1000,100000').split(',').map(Number);
const ROUNDS = number('BENCH_ROUNDS', 5);
const SECONDS = number('BENCH_SECONDS', 5);
const folder = join(root, '.data', 'bench');
const say = (text: string) => console.error(text);

type Portal = { size: number; server: Server; pids: number[]; targets: Target[] };
/** Compiled code is fast only once it ran often, on a busy machine within a minute. */
const WARM: Limits = { requests: 800, seconds: 60 };

async function prepare(size: number, create: (name: string) => Promise<BenchDatabase>) {
  say(`Filling a database with ${size} applications…`);
  const database = await create(`bench_${size}`);
  await fill(database.superuserUrl, size);
  await giveCredentials(database.superuserUrl);
  return { database, subjects: await makeSubjects(database) };
}

/** One round: the bare page before each thing that is compared with it, on every size in turn. */
async function round(bare: Portal, portals: readonly Portal[], limits: Limits, taken: Taken[]) {
  const [bareTarget] = bare.targets;
  for (const target of portals[0]?.targets ?? []) {
    for (const { size, pids, targets } of portals) {
      const job = targets.find(({ name }) => name === target.name)?.job;
      if (!job || !bareTarget) continue;
      const beside = await measure(bareTarget.job, bare.pids, limits);
      taken.push({ name: target.name, size, beside, measure: await measure(job, pids, limits) });
    }
  }
}

async function readScripts(bare: Server, server: Server, subjects: Subjects) {
  const cookie = await signIn(server.client, SUPPLIER);
  const { submitted, drafts } = subjects;
  const [draft] = drafts;
  const paths = {
    'Home (/apply)': '/apply',
    'Task list': `/apply/${draft}`,
    'Question with details': `/apply/${draft}/euo-process`,
    'Question with a date': `/apply/${draft}/dspt-published-on`,
    'Check and submit': `/apply/${draft}/check`,
    Declaration: `/apply/${submitted}/declaration`,
  };
  const pages = [];
  for (const [name, path] of Object.entries(paths))
    pages.push({ name, scripts: await scriptsOf(server.client, path, cookie) });
  return { bare: await scriptsOf(bare.client, '/'), pages };
}

/** What is measured: all of it, or the parts named on the command line. */
const PARTS = process.argv.slice(2);
const wanted = (part: 'pages' | 'ledger' | 'imports' | 'figures') =>
  PARTS.length === 0 || PARTS.includes(part);

await runToEnd(async () => {
  const cluster = await benchCluster(folder);
  if (wanted('ledger')) {
    say('Filling ledgers…');
    console.log(await measureLedgers(cluster));
  }
  if (wanted('imports')) {
    say('Importing…');
    console.log(await measureImports(cluster, join(folder, 'imports')));
  }
  if (wanted('figures')) {
    say('Counting…');
    console.log(await measureFigures(cluster));
  }
  if (!wanted('pages')) return end(0);
  const made = [];
  for (const size of SIZES) made.push({ size, ...(await prepare(size, cluster.create)) });
  const [first] = made;
  if (!first) throw new Error('BENCH_SIZES names no size.');
  const files = join(folder, 'evidence');
  const own = appEnvironment(first.database.appUrl, false);
  const environment: NodeJS.ProcessEnv = { ...own, EVIDENCE_FOLDER: files };
  hide(environment.AUTH_SECRET);
  await ensureBuilt(environment);
  say('Building the bare page…');
  await buildBarePage(join(folder, 'bare'), environment);
  const bareServer = await startServer(join(folder, 'bare'), environment, '/');
  const pidsOf = ({ pid }: Server) => [pid, cluster.pid];
  const target = reading('Bare page', bareServer.client, '/', '', '<main>');
  const bare = { size: 0, server: bareServer, pids: pidsOf(bareServer), targets: [target] };
  const portals: Portal[] = [];
  for (const { size, database, subjects } of made) {
    const env = { ...environment, DATABASE_URL: database.appUrl };
    const server = await startServer(root, env, '/sign-in');
    const targets = await targetsOf(server, subjects);
    portals.push({ size, server, pids: pidsOf(server), targets });
  }
  say('Warming up…');
  await round(bare, portals, WARM, []);
  const taken: Taken[] = [];
  for (let n = 1; n <= ROUNDS; n += 1) {
    say(`Round ${n} of ${ROUNDS}…`);
    await round(bare, portals, { seconds: SECONDS }, taken);
  }
  const [portal] = portals;
  const scripts = portal ? await readScripts(bareServer, portal.server, first.subjects) : null;
  if (portal) {
    say('Uploading…');
    const cookies: string[] = [];
    for (const email of UPLOADERS) cookies.push(await signIn(portal.server.client, email));
    const straight = join(folder, 'straight');
    console.log(await measureUploads(portal.server, first.subjects.drafts, cookies, straight));
    fs.rmSync(files, { recursive: true, force: true });
  }
  console.log(report({ taken, scripts, sizes: SIZES, connections: CONNECTIONS, seconds: SECONDS }));
  for (const size of SIZES) await cluster.drop(`bench_${size}`).catch(() => {});
  await end(0);
});
