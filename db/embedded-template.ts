import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, recover, startCluster } from './embedded';
import { dropDatabase, ensureDatabase, ensureLogins, logins } from './embedded-database';
import { findHost } from './embedded-host';
import { processIdentity } from './embedded-process';
import { migrate } from './migrate';

export type TestCluster = {
  cluster: Cluster;
  /** A fresh migrated database: addresses for the owner, the app and the superuser. */
  create(): Promise<{ name: string; ownerUrl: string; appUrl: string; superuserUrl: string }>;
  drop(name: string): Promise<void>;
  stop(): Promise<void>;
};

// What a killed run left behind: its folder bears the number and start time of its process.
async function sweep(root: string): Promise<void> {
  for (const name of readdirSync(root)) {
    const [, pid, start] = /^test-(\d+)@(\d+)-/.exec(name) ?? [];
    if (!pid || processIdentity(Number(pid)) === `${pid}@${start}`) continue;
    const folder = join(root, name);
    const { data } = findHost(folder, { keep: false });
    await recover(data);
    for (const path of [data, folder]) rmSync(path, { recursive: true, force: true });
  }
}

/** A throw-away cluster below this folder, with a migrated template to copy databases from. */
export async function startTestCluster(root: string): Promise<TestCluster> {
  const secret = () => randomBytes(18).toString('base64url');
  mkdirSync(root, { recursive: true, mode: 0o711 });
  await sweep(root);
  const identity = processIdentity(process.pid)?.replace(/[^\d@]/g, '') ?? `${process.pid}@0`;
  const folder = join(root, `test-${identity}-${randomBytes(3).toString('hex')}`);
  const cluster = await startCluster({ folder, superuserPassword: secret(), temporary: true });
  try {
    const { owner, app } = logins(secret(), secret());
    await ensureLogins(cluster, { owner, app });
    await ensureDatabase(cluster, 'template_portal');
    await migrate({ ownerUrl: cluster.url('template_portal', owner), appLogin: app.name });
    // Copies of one template are made one after another: two at once collide.
    let turn: Promise<unknown> = Promise.resolve();
    const create: TestCluster['create'] = () => {
      const name = `portal_${randomBytes(5).toString('hex')}`;
      const made = turn.then(() => ensureDatabase(cluster, name, 'template_portal'));
      turn = made.catch(() => {});
      return made.then(() => ({
        name,
        ownerUrl: cluster.url(name, owner),
        appUrl: cluster.url(name, app),
        superuserUrl: cluster.url(name),
      }));
    };
    const drop = (name: string) => dropDatabase(cluster, name);
    return { cluster, create, drop, stop: cluster.stop };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
