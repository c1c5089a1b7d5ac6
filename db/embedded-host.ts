import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nativeFolder } from './embedded-binaries';

/** Where PostgreSQL's programs and data are, and as whom they run. */
export type Host = {
  way: 'direct' | 'namespace' | 'account' | 'outside';
  bin: string;
  data: string;
  /** Words to put before a program, and options to spawn it with. */
  prefix: readonly string[];
  options: { uid?: number; gid?: number; cwd?: string };
};

type Account = { name: string; uid: number; gid: number };

function accounts(): Account[] {
  return fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 3)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** Runs a program as the host would; true when it ends well. */
function succeeds(host: Host, program: string, args: string[]): boolean {
  const [command = program, ...rest] = [...host.prefix, program, ...args];
  return spawnSync(command, rest, { ...host.options, stdio: 'ignore' }).status === 0;
}

function giveTo(path: string, { uid, gid }: Host['options']): void {
  fs.lchownSync(path, uid ?? 0, gid ?? 0);
  if (!fs.lstatSync(path).isDirectory()) return;
  for (const name of fs.readdirSync(path)) giveTo(join(path, name), { uid, gid });
}

// Tried rather than reasoned about: the programs must run, and files must be made where data goes.
function works(host: Host): boolean {
  const probe = `${host.data}.probe-${process.pid}`;
  try {
    if (!succeeds(host, join(host.bin, 'postgres'), ['--version'])) return false;
    fs.mkdirSync(probe, { mode: 0o700 });
    giveTo(probe, host.options);
    return succeeds(host, '/bin/sh', ['-c', `: > ${quote(join(probe, 'x'))}`]);
  } catch {
    return false;
  } finally {
    fs.rmSync(probe, { recursive: true, force: true });
  }
}

const short = (path: string) =>
  createHash('sha256').update(fs.realpathSync(path)).digest('hex').slice(0, 12);

/** Copies of the programs, and a place for the data, where another account can reach them. */
function outside(folder: string, keep: boolean, { uid, gid }: Account): Host {
  const native = nativeFolder();
  const parents = keep ? ['/var/lib', '/var/tmp'] : [tmpdir()];
  const parent = parents.find((path) => fs.existsSync(path)) ?? tmpdir();
  const home = join(parent, `declare-data-security-${short(native)}`);
  fs.mkdirSync(home, { recursive: true, mode: 0o711 });
  const found = fs.lstatSync(home);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(`${home} was made by somebody else. Remove it and start again.`);
  }
  const copied = join(home, 'native');
  if (!fs.existsSync(join(copied, 'complete'))) {
    fs.rmSync(copied, { recursive: true, force: true });
    fs.cpSync(native, copied, { recursive: true, verbatimSymlinks: true });
    fs.writeFileSync(join(copied, 'complete'), '');
  }
  const data = join(home, `data-${short(folder)}`);
  const options = { uid, gid, cwd: '/' };
  return { way: 'outside', bin: join(copied, 'bin'), data, prefix: [], options };
}

// A link stays where the data was, so that it is found again, and again as that account.
function moveOutside(from: string, to: string): void {
  const found = fs.lstatSync(from, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return;
  if (found) {
    fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    fs.rmSync(from, { recursive: true });
  }
  fs.symlinkSync(to, from);
}

function inNamespace(bin: string, data: string, { uid, gid }: Account): Host {
  const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
  return { way: 'namespace', bin, data, prefix, options: {} };
}

/**
 * How to run PostgreSQL with its data in this folder. It refuses root, so that root needs one of:
 * the folder's own owner, a user namespace, the user nobody, or nobody with copies elsewhere.
 * `without` leaves ways out (for tests); `keep` false says the data may go at the next boot.
 */
export function findHost(
  folder: string,
  { keep = true, without = [] }: { keep?: boolean; without?: readonly Host['way'][] } = {},
): Host {
  const bin = join(nativeFolder(), 'bin');
  const data = join(folder, 'postgres');
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (process.getuid?.() !== 0) return { way: 'direct', bin, data, prefix: [], options: {} };

  const known = accounts();
  const nobody = known.find(({ name }) => name === 'nobody') ?? known[0];
  if (!nobody) throw new Error('As root, the database needs an ordinary user to run as.');
  const owner = known.find(({ uid }) => uid === fs.statSync(dirname(folder)).uid);
  const as = ({ uid, gid }: Account): Host => ({
    way: 'account',
    bin,
    data,
    prefix: [],
    options: { uid, gid, cwd: '/' },
  });
  const inPlace = [...(owner ? [as(owner)] : []), inNamespace(bin, data, nobody), as(nobody)];

  const linked = fs.lstatSync(data, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  const found = inPlace.find((way) => !linked && !without.includes(way.way) && works(way));
  const host = found ?? outside(folder, keep, nobody);
  if (!found) moveOutside(data, host.data);
  if (fs.existsSync(host.data) && fs.statSync(host.data).uid !== (host.options.uid ?? 0)) {
    giveTo(host.data, host.options);
  }
  return host;
}
