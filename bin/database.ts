import * as fs from 'node:fs';
import { join } from 'node:path';
import { type Cluster, startCluster } from '@/db/embedded';
import { ensureDatabase, ensureLogins, logins } from '@/db/embedded-database';
import { env } from '@/lib/env';
import { atEnd, hide } from './children';
import { takeLock } from './lock';
import { root } from './prepare.mjs';
import { keptSecrets } from './secrets';

const data = join(root, '.data');
/** The name of the portal's own database in this folder's cluster. */
export const DATABASE = 'portal';

export type Addresses = {
  appUrl: string;
  /** Absent where the operator migrates apart from the app. */
  ownerUrl?: string;
  appLogin: string;
  embedded: boolean;
  /** The database of this folder, where this process started it. */
  cluster?: Cluster;
};

export const secrets = () => {
  const kept = keptSecrets(join(data, 'secrets.json'));
  hide(...Object.values(kept));
  return kept;
};

/** Takes this folder for one launcher, until it ends. */
export function takeFolder(): void {
  const lock = takeLock(join(data, 'launcher.lock'));
  if ('heldBy' in lock) {
    throw new Error(
      `The portal is running from this folder already (process ${lock.heldBy}). Stop it first.`,
    );
  }
  atEnd(lock.release);
}

async function startEmbedded(): Promise<Addresses> {
  const { superuserPassword, ownerPassword, appPassword } = secrets();
  const cluster = await startCluster({ folder: data, superuserPassword });
  atEnd(() => cluster.stop());
  const { owner, app } = logins(ownerPassword, appPassword);
  await ensureLogins(cluster, { owner, app });
  await ensureDatabase(cluster, DATABASE);
  return { ...addresses(cluster.url), cluster };
}

function addresses(url: Cluster['url']): Addresses {
  const { owner, app } = logins(secrets().ownerPassword, secrets().appPassword);
  return {
    appUrl: url(DATABASE, app),
    ownerUrl: url(DATABASE, owner),
    appLogin: app.name,
    embedded: true,
  };
}

/** The database that DATABASE_URL names, or else the folder's own, started. */
export async function openDatabase(): Promise<Addresses> {
  const { DATABASE_URL, DATABASE_OWNER_URL } = env();
  if (!DATABASE_URL) return startEmbedded();
  const given = new URL(DATABASE_URL);
  hide(decodeURIComponent(given.password));
  if (DATABASE_OWNER_URL) hide(decodeURIComponent(new URL(DATABASE_OWNER_URL).password));
  return {
    appUrl: DATABASE_URL,
    ownerUrl: DATABASE_OWNER_URL,
    appLogin: decodeURIComponent(given.username),
    embedded: false,
  };
}

/**
 * For commands: sets DATABASE_URL (and the owner's, where known) to the database of this folder,
 * joining a portal that runs from it or starting the database for as long as the command takes.
 */
export async function useDatabase(): Promise<Addresses> {
  let found: Addresses | undefined;
  if (!env().DATABASE_URL) {
    const lock = takeLock(join(data, 'launcher.lock'));
    if ('release' in lock) atEnd(lock.release);
    else {
      const [, , , port] = fs
        .readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8')
        .split('\n');
      found = addresses((database, login) => {
        const { name = '', password = '' } = login ?? {};
        return `postgres://${name}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
      });
    }
  }
  found ??= await openDatabase();
  process.env.DATABASE_URL = found.appUrl;
  if (found.ownerUrl) process.env.DATABASE_OWNER_URL = found.ownerUrl;
  process.env.AUTH_SECRET ??= secrets().authSecret;
  return found;
}
