import { join } from 'node:path';
import { atEnd } from '@/bin/children';
import { keptSecrets } from '@/bin/secrets';
import { type Cluster, startCluster } from '@/db/embedded';
import { dropDatabase, ensureDatabase, ensureLogins, logins } from '@/db/embedded-database';
import { migrate } from '@/db/migrate';

export type BenchDatabase = { appUrl: string; superuserUrl: string };

/** A PostgreSQL that runs already, by the address of its superuser; its process is unknown. */
function serverAt(address: string): Pick<Cluster, 'pid' | 'url' | 'stop'> {
  return {
    pid: 0,
    stop: () => Promise.resolve(),
    url(database, login) {
      const url = new URL(address);
      url.pathname = `/${database}`;
      if (login) Object.assign(url, { username: login.name, password: login.password });
      return url.href;
    },
  };
}

/**
 * A PostgreSQL of the bench's own, with the settings that the product runs on (it flushes), and a
 * way to make a migrated, empty database in it.
 */
export async function benchCluster(folder: string) {
  const { superuserPassword, ownerPassword, appPassword } = keptSecrets(
    join(folder, 'secrets.json'),
  );
  const server = process.env.BENCH_SERVER_URL;
  const cluster = server ? serverAt(server) : await startCluster({ folder, superuserPassword });
  atEnd(() => cluster.stop());
  const { owner, app } = logins(ownerPassword, appPassword);
  await ensureLogins(cluster, { owner, app });
  return {
    pid: cluster.pid,
    async create(name: string): Promise<BenchDatabase> {
      await dropDatabase(cluster, name);
      await ensureDatabase(cluster, name);
      await migrate({ ownerUrl: cluster.url(name, owner), appLogin: app.name });
      return { appUrl: cluster.url(name, app), superuserUrl: cluster.url(name) };
    },
    drop: (name: string) => dropDatabase(cluster, name),
  };
}
