// Plain Node without dependencies: it runs before they are installed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};

/** Whether what is installed in a folder differs from what its lock file names. */
export function needsInstall(folder) {
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages ?? {};
  // npm writes this one last, so that an interrupted installation has none.
  const found = readJson(join(folder, 'node_modules', '.package-lock.json'))?.packages;
  if (!found) return true;
  return Object.entries(wanted).some(([path, { version, optional, link }]) => {
    if (path === '' || link) return false;
    return found[path] ? found[path].version !== version : !optional;
  });
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return;
  console.error(`This needs Node 20.9 or later; this one is ${process.versions.node}.`);
  process.exit(1);
}

function install() {
  console.log('Installing what package-lock.json names…');
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const child = spawn(command, [...before, 'ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
  });
  const stop = () => child.kill('SIGTERM');
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`npm could not be started: ${error.message}`);
      process.exit(1);
    });
    child.once('exit', (code, signal) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      if (signal) process.exit(0);
      if (code !== 0) {
        console.error('Installing failed; see above.');
        process.exit(1);
      }
      resolve();
    });
  });
}

/** Installs what is missing, then runs a TypeScript file of this folder. */
export async function prepare(file) {
  refuseOldNode();
  process.chdir(root);
  if (needsInstall(root)) await install();
  // Until the command answers signals itself, there is nothing to stop.
  const quit = () => process.exit(0);
  process.on('SIGINT', quit).on('SIGTERM', quit);
  const { register } = await import('tsx/esm/api');
  register();
  const loaded = await import(/* @vite-ignore */ `./${file}`);
  process.off('SIGINT', quit).off('SIGTERM', quit);
  return loaded;
}
