import * as fs from 'node:fs';
import { get } from 'node:http';
import { createServer, isIP } from 'node:net';
import { join } from 'node:path';
import { endProcess, processIdentity, wait } from '@/db/embedded-process';
import { buildStamp, isBuilt, stamped } from './build';
import { atEnd, runNode, startNode } from './children';
import { lockedBy, takeLock } from './lock';
import { root } from './prepare.mjs';

const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
const inData = (name: string) => join(root, '.data', name);

// Our own line says when it answers; Next's comes before that.
const banner = /^\s*(▲ Next\.js|- (Local|Network|Environments):|✓ (Starting|Ready)|> (next|\S+@))/;

const listens = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'));
    server.listen(port, host, () => server.close(() => resolve(false)));
  });

/** Refuses a port that somebody has, on either of the addresses that localhost may mean. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  for (const address of new Set([host, '127.0.0.1', '::1'])) {
    if (!(await listens(port, address))) continue;
    throw new Error(`Port ${port} is taken by another program. Set PORT to a free one.`);
  }
}

/** The address to listen on: this machine only, unless HOST names an address of it. */
export function listenAddress(host: string): string {
  // Some shells set HOST to the machine's name, which is not meant for us.
  return isIP(host) ? host : '127.0.0.1';
}

/** Builds when the sources changed since the last build, never below a server that runs on it. */
export async function ensureBuilt(env: NodeJS.ProcessEnv): Promise<void> {
  const stamp = buildStamp(root, env);
  if (isBuilt(root, stamp)) return;
  for (const name of ['launcher.lock', 'browser-tests.lock']) {
    const other = lockedBy(inData(name));
    if (other === null || other === process.pid) continue;
    throw new Error(
      `The sources changed, but process ${other} serves the last build from this folder. Stop it first.`,
    );
  }
  const lock = takeLock(inData('build.lock'));
  if ('heldBy' in lock) throw new Error(`Process ${lock.heldBy} is building here already.`);
  atEnd(lock.release);
  try {
    console.log('Building…');
    const began = Date.now();
    await stamped(root, stamp, async () => {
      const quiet = { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const;
      const status = await runNode([next, 'build'], { env: quiet });
      if (status !== 0) throw new Error('The build failed; see above.');
    });
    console.log(`Built in ${Math.round((Date.now() - began) / 1000)} s.`);
  } finally {
    lock.release();
  }
}

const status = (port: number, host: string) =>
  new Promise<number>((resolve) => {
    const headers = { host: `localhost:${port}` };
    get({ host, port, path: '/sign-in', headers, timeout: 30_000 }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', () => resolve(0));
  });

/** Ends a server that outlived a killed launcher of this folder. */
export async function endLeftover(name = 'server'): Promise<void> {
  const file = inData(`${name}.pid`);
  const identity = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  const pid = Number.parseInt(identity, 10);
  if (identity && processIdentity(pid) === identity) {
    await endProcess(pid, [['SIGTERM', 5] as const, ['SIGKILL', 5] as const]);
  }
  fs.rmSync(file, { force: true });
}

/**
 * How long an idle connection stays open: longer than a proxy keeps one, 60 seconds with most. Node's own
 * 5 seconds close it just as the next request comes, which is then lost.
 */
const KEEP_ALIVE_MS = 75_000;

export type ServeOptions = {
  command: 'start' | 'dev';
  port: number;
  host: string;
  env: NodeJS.ProcessEnv;
  name?: string;
  quiet?: boolean;
};

/** Starts Next and waits until it answers. The promise it gives settles when Next ends. */
export async function serve(options: ServeOptions): Promise<{ ended: Promise<number> }> {
  const { command, port, host, env, name = 'server', quiet } = options;
  // Named localhost, Next builds addresses from that; the flag makes it mean 127.0.0.1.
  const named = host === '127.0.0.1' ? 'localhost' : host;
  const kept = command === 'start' ? ['--keepAliveTimeout', String(KEEP_ALIVE_MS)] : [];
  const child = startNode([next, command, '-H', named, '-p', String(port), ...kept], {
    node: ['--dns-result-order=ipv4first'],
    env: { ...env, PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' },
    drop: banner,
    quiet,
  });
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
  const running = () => child.exitCode === null && child.signalCode === null;
  fs.writeFileSync(inData(`${name}.pid`), processIdentity(child.pid ?? 0) ?? '');
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  let last = 0;
  for (const until = Date.now() + 120_000; Date.now() < until && running(); await wait(50)) {
    last = await status(port, address);
    if (last > 0 && last < 500) return { ended };
    if (last >= 500) await wait(500);
  }
  throw new Error(
    running() ? `The server answers with status ${last}.` : 'The server ended; see above.',
  );
}
