import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import postgres from 'postgres';
import { findHost, type Host } from './embedded-host';
import { endProcess, processCommand, processIdentity, wait } from './embedded-process';

export type Cluster = {
  port: number;
  /** The server's process. */
  pid: number;
  way: Host['way'];
  /** An address for a login, by default the superuser's, and a database. */
  url(database: string, login?: { name: string; password: string }): string;
  stop(): Promise<void>;
};

export type ClusterOptions = {
  /** The data goes to `postgres` in here, or to where a link of that name points. */
  folder: string;
  superuserPassword: string;
  /** For tests: nothing is flushed, and everything is removed when it stops or its maker dies. */
  temporary?: boolean;
  without?: readonly Host['way'][];
};

const initdbFlags = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
];

// Statements and details stay out of the log: they may hold passwords and people's words.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** A port of 127.0.0.1 that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function run(host: Host, program: string, args: string[]): void {
  const [command = '', ...rest] = [...host.prefix, join(host.bin, program), ...args];
  const done = spawnSync(command, rest, { ...host.options, encoding: 'utf8' });
  if (done.status === 0) return;
  throw new Error(`${program} failed: ${done.error?.message ?? done.stderr.trim()}`);
}

function initialise(host: Host, password: string, temporary: boolean): void {
  if (fs.existsSync(join(host.data, 'global', 'pg_control'))) return;
  // What an interrupted first start left has no data yet.
  fs.rmSync(host.data, { recursive: true, force: true });
  fs.mkdirSync(host.data, { mode: 0o700 });
  const { uid = process.getuid?.() ?? 0, gid = process.getgid?.() ?? 0 } = host.options;
  const file = `${host.data}.pw-${process.pid}`;
  try {
    fs.writeFileSync(file, password, { mode: 0o600 });
    for (const path of [host.data, file]) fs.chownSync(path, uid, gid);
    const sync = temporary ? ['--no-sync'] : [];
    run(host, 'initdb', ['-D', host.data, `--pwfile=${file}`, ...initdbFlags, ...sync]);
  } catch (error) {
    fs.rmSync(host.data, { recursive: true, force: true });
    throw error;
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** Number of the server that a data folder's postmaster.pid names, when it really is that server. */
export function runningPostmaster(data: string): number | null {
  let pid: number;
  let real: string;
  try {
    real = fs.realpathSync(data);
    pid = Number.parseInt(fs.readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10);
  } catch {
    return null;
  }
  const ours = processIdentity(pid) !== null && processCommand(pid).includes(real);
  return ours ? pid : null;
}

/** Ends a server that outlived its launcher, and forgets one that died without cleaning up. */
export async function recover(data: string): Promise<void> {
  const pid = runningPostmaster(data);
  if (pid && !(await endProcess(pid, [['SIGINT', 20] as const, ['SIGQUIT', 5] as const]))) {
    throw new Error(`A database server (process ${pid}) of this folder does not stop.`);
  }
  fs.rmSync(join(data, 'postmaster.pid'), { force: true });
}

// A shell that waits for the end of its input, which comes when this process goes, however it goes.
function guard(pid: number, remove: string[]): ChildProcess {
  const script = `read -r _; kill -INT "$0"; for i in 1 2 3 4 5 6 7 8 9 10; do
    kill -0 "$0" || break; sleep 0.3; done; [ $# -eq 0 ] || { kill -QUIT "$0"; rm -rf "$@"; }`;
  const child = spawn('/bin/sh', ['-c', script, String(pid), ...remove], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  child.unref();
  return child;
}

async function answers(url: string, server: ChildProcess, seconds: number): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(40)) {
    if (server.exitCode !== null || server.signalCode !== null) return false;
    const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      await sql`select 1`;
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') {
        throw new Error('The database does not take the password kept beside it.');
      }
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  return false;
}

/** Starts a PostgreSQL of our own on a free port of 127.0.0.1, made first where there is none. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder, superuserPassword, temporary = false, without } = options;
  const host = findHost(folder, { keep: !temporary, without });
  try {
    initialise(host, superuserPassword, temporary);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    throw new Error(`${host.data} belongs to another user. Start as that user, or remove it.`);
  }
  await recover(host.data);
  const log = join(folder, 'postgres.log');
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const output = fs.openSync(log, 'w', 0o600);
    const flags = Object.entries({ ...settings, ...(temporary ? hasty : {}), port }).flatMap(
      ([name, value]) => ['-c', `${name}=${value}`],
    );
    const words = [...host.prefix, join(host.bin, 'postgres'), '-D', host.data, ...flags];
    const server = spawn(words[0] ?? '', words.slice(1), {
      ...host.options,
      stdio: ['ignore', output, output],
      // A Ctrl-C goes to the whole group: the app has to end before its database.
      detached: true,
    });
    fs.closeSync(output);
    const pid = server.pid;
    if (!pid) throw new Error('The database could not be started.');
    const leftovers = temporary ? [host.data, folder] : [];
    const watch = guard(pid, leftovers);
    const url: Cluster['url'] = (database, login) => {
      const { name, password } = login ?? { name: 'postgres', password: superuserPassword };
      return `postgres://${name}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
    };
    const stop = async () => {
      await endProcess(pid, [['SIGINT', 20] as const, ['SIGQUIT', 5] as const]);
      watch.kill('SIGKILL');
      for (const path of leftovers) fs.rmSync(path, { recursive: true, force: true });
    };
    try {
      if (await answers(url('postgres'), server, 120)) {
        server.unref();
        return { port, pid, way: host.way, url, stop };
      }
    } catch (error) {
      await stop();
      throw error;
    }
    const said = fs.readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n');
    await stop();
    if (attempt === 3 || !said.includes('Address already in use')) {
      throw new Error(`The database did not start:\n${said}`);
    }
  }
}
