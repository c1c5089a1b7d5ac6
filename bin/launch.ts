import * as fs from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@/db/embedded';
import { ensureDatabase } from '@/db/embedded-database';
import { dropUnfinished, tellMarked } from '@/db/embedded-demo';
import { CAST } from '@/lib/demo/cast';
import { env } from '@/lib/env';
import { atEnd, end, hide, isEnding, runNode, runToEnd } from './children';
import { type Addresses, DATABASE, openDatabase, secrets, takeFolder } from './database';
import { endLeftover, ensureBuilt, listenAddress, refuseTakenPort, serve } from './next-server';
import { root } from './prepare.mjs';

const people = [
  'supplier@demo.example',
  'colleague@demo.example',
  'supplier2@demo.example',
  'assessor@demo.example',
  'assessor2@demo.example',
  'assessor3@demo.example',
  'manager@demo.example',
];

/** What the app gets to see: its own login, never the one that owns the tables. */
export function appEnvironment(appUrl: string, demo: boolean): NodeJS.ProcessEnv {
  const { authSecret, actionsKey } = secrets();
  const { DATABASE_OWNER_URL: _, ...rest } = process.env;
  return {
    ...rest,
    DATABASE_URL: appUrl,
    AUTH_SECRET: rest.AUTH_SECRET || authSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: rest.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || actionsKey,
    ...(demo ? { DEMO: '1' } : {}),
  };
}

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'CONNECT_TIMEOUT', 'EHOSTUNREACH']);

/** Applies the migrations where this run may, and refuses to go on where some are pending. */
export async function migrateDatabase({ appUrl, ownerUrl, appLogin }: Addresses): Promise<void> {
  const { migrate, pendingMigrations } = await import('@/db/migrate');
  try {
    if (ownerUrl) return await migrate({ ownerUrl, appLogin });
    const pending = await pendingMigrations(appUrl);
    if (pending.length === 0) return;
    throw new Error(
      `The database lacks ${pending.length} migrations (${pending.join(', ')}). Set DATABASE_OWNER_URL, or run npm run db:migrate with it.`,
    );
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (!unreachable.has(code)) throw error;
    throw new Error(`The database that DATABASE_URL names cannot be reached: ${message}.`);
  }
}

/**
 * Seeds the demo in a process of its own, as the app would. Its people set their passwords as it is
 * made, so that their links are not mailed.
 */
export async function seedDemo({ SMTP_URL: _, ...environment }: NodeJS.ProcessEnv): Promise<void> {
  const status = await runNode([join(root, 'bin', 'demo-seed.ts')], {
    node: ['--import', 'tsx'],
    env: environment as NodeJS.ProcessEnv,
  });
  if (status !== 0) throw new Error('The demo could not be seeded; see above.');
}

/** In a database of our own the demo is marked until it is whole. */
async function ensureDemo({ cluster }: Addresses, environment: NodeJS.ProcessEnv): Promise<void> {
  if (!cluster) return seedDemo(environment);
  await tellMarked(cluster, DATABASE, () => seedDemo(environment));
}

/** npm start and npm run dev: a database, its migrations, the demo, a build, and the server. */
export const launch = (command: 'start' | 'dev') =>
  runToEnd(async () => {
    const { PORT, HOST, DEMO, DEMO_PASSWORD, SMTP_URL, AUTH_URL } = env();
    takeFolder();
    await endLeftover();
    const host = listenAddress(HOST);
    const port = PORT || (await freePort());
    await refuseTakenPort(port, host);

    const database = await openDatabase();
    const { cluster } = database;
    if (cluster && (await dropUnfinished(cluster, DATABASE, CAST))) {
      console.log('The demo was cut off while it was made. It is made anew.');
      await ensureDatabase(cluster, DATABASE);
    }
    await migrateDatabase(database);
    const demo = database.embedded || DEMO;
    const environment = appEnvironment(database.appUrl, demo);
    hide(environment.AUTH_SECRET, environment.OIDC_CLIENT_SECRET, environment.ODS_API_KEY);
    if (demo) await ensureDemo(database, environment);
    if (command === 'start') await ensureBuilt(environment);

    atEnd(() => fs.rmSync(join(root, '.data', 'server.pid'), { force: true }));
    const server = await serve({ command, port, host, env: environment });
    console.log(`Ready on http://localhost:${port}`);
    if (host === '127.0.0.1') {
      console.log('Only this machine can reach it; HOST=0.0.0.0 opens it to others.');
    }
    if (SMTP_URL && !AUTH_URL) {
      console.log(`AUTH_URL is not set: links in emails begin with http://localhost:${port}.`);
    }
    if (demo) {
      console.log('Demo sign-ins, all with the password', `${DEMO_PASSWORD}:`);
      for (const person of people) console.log(`  ${person}`);
    }
    const code = await server.ended;
    if (!isEnding()) console.error(`The server ended by itself (status ${code}).`);
    await end(1);
  });
