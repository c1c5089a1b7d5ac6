import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { root } from './prepare.mjs';
import { withoutSecrets } from './secrets';

type Deferred = () => Promise<void> | void;

const deferred: Deferred[] = [];
const secrets: string[] = [];
let ending = false;

/** Has something done at the end, the latest first, however the run ends short of SIGKILL. */
export const atEnd = (run: Deferred): void => void deferred.push(run);

/** Keeps a secret out of everything that children print. */
export const hide = (...values: (string | undefined)[]): void =>
  void secrets.push(...values.filter((value) => value !== undefined));

/** Whether the run is being ended, so that what stops now stops because of us. */
export const isEnding = (): boolean => ending;

/** Ends the run: stops what was started, in the opposite order, says a last word, and exits. */
export async function end(code: number, lastLine?: string): Promise<never> {
  if (!ending) {
    ending = true;
    while (deferred.length > 0) {
      await Promise.resolve(deferred.pop()?.()).catch((error) => complain(error));
    }
    if (lastLine) await new Promise((resolve) => process.stdout.write(`${lastLine}\n`, resolve));
    process.exit(code);
  }
  // Whoever asked second waits for the first.
  return new Promise<never>(() => {});
}

export function complain(error: unknown): void {
  const { code, path } = error as NodeJS.ErrnoException;
  const foreign = (code === 'EACCES' || code === 'EPERM') && path;
  const text = foreign
    ? `${path} belongs to another user, who started the portal here before. Start as that user.`
    : error instanceof Error
      ? error.message
      : String(error);
  console.error(withoutSecrets(text, secrets));
}

/** Runs a command to its end. A signal ends it well, an error with its message and status 1. */
export async function runToEnd(run: () => Promise<void>, onSignal = 0): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void end(onSignal));
  }
  // The reader of our output may go first, as in `npm start | head -1`.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  try {
    await run();
  } catch (error) {
    if (!ending) complain(error);
    await end(1);
  }
}

export type ChildOptions = {
  env?: NodeJS.ProcessEnv;
  node?: readonly string[];
  /** Lines to leave out of what the child prints. */
  drop?: RegExp;
  quiet?: boolean;
};

function relay(child: ChildProcess, { drop, quiet }: ChildOptions): void {
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    if (!from) continue;
    createInterface({ input: from }).on('line', (line) => {
      if (quiet || drop?.test(line)) return;
      to.write(`${withoutSecrets(line, secrets)}\n`);
    });
  }
}

/**
 * Starts a Node script in a group of its own, so that a Ctrl-C reaches it through us only, and
 * tied to us, so that it ends when this process is killed.
 */
export function startNode(args: readonly string[], options: ChildOptions = {}): ChildProcess {
  // By --require: with --import, Node 20.9 cannot run a script without an extension, as Next's is.
  const tether = fileURLToPath(new URL('./tether.cjs', import.meta.url));
  const child = spawn(process.execPath, ['--require', tether, ...(options.node ?? []), ...args], {
    cwd: root,
    env: { ...(options.env ?? process.env), PORTAL_LAUNCHER: String(process.pid) },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdin?.on('error', () => {});
  relay(child, options);
  atEnd(() => endChild(child));
  return child;
}

/** Ends a child and whatever it started. */
async function endChild(child: ChildProcess): Promise<void> {
  if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  signalGroup(child.pid, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), 8000);
  await gone;
  clearTimeout(timer);
  signalGroup(child.pid, 'SIGKILL');
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal);
  } catch {
    // It has gone.
  }
}

/** Runs a Node script and gives its exit status. */
export function runNode(args: readonly string[], options: ChildOptions = {}): Promise<number> {
  const child = startNode(args, options);
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => {
      // While we are ending, nothing may take this for a failure of its own.
      if (!ending) resolve(code ?? 1);
    });
  });
}
