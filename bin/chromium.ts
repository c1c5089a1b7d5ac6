import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

// One without windows does the same in half the time.
const names = [
  ...['chromium-headless-shell', 'chrome-headless-shell', 'chromium', 'chromium-browser'],
  ...['google-chrome', 'google-chrome-stable', 'chrome'],
];
const macs = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// Ubuntu's `chromium` may be a stub that only says to install a snap: being there is not enough.
function runs(path: string): boolean {
  return (
    fs.existsSync(path) &&
    spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status ===
      0
  );
}

function onSystem(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/snap/bin');
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...macs];
}

function downloaded(): string[] {
  const { PLAYWRIGHT_BROWSERS_PATH: chosen } = process.env;
  const caches = [
    ...(chosen && chosen !== '0' ? [chosen] : []),
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  ];
  const inside = [
    ...['chrome-headless-shell-linux64/chrome-headless-shell', 'chrome-linux/headless_shell'],
    ...['chrome-linux64/chrome', 'chrome-linux/chrome'],
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ];
  return caches.filter(fs.existsSync).flatMap((cache) =>
    fs
      .readdirSync(cache)
      .filter((name) => name.startsWith('chromium'))
      .sort()
      .reverse()
      .flatMap((name) => inside.map((path) => join(cache, name, path))),
  );
}

/** A Chromium that is here and runs: the one named, the system's, or Playwright's download. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which is not a Chromium that runs.`);
  }
  return onSystem().find(runs) ?? downloaded().find(runs) ?? null;
}

function attempt(what: string, command: string, args: string[], minutes: number): void {
  console.log(`${what}: ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { stdio: 'inherit', timeout: minutes * 60_000, env });
}

/** Finds a Chromium, or fetches one: as root by the package manager, else by Playwright. */
export function obtainChromium(): string {
  const here = findChromium();
  if (here) return here;
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    attempt('Installing Chromium', 'apt-get', ['update', '-qq'], 5);
    for (const name of ['chromium-headless-shell', 'chromium']) {
      attempt('Installing Chromium', 'apt-get', ['install', '-y', '-qq', name], 10);
      const installed = findChromium();
      if (installed) return installed;
    }
  }
  const playwright = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
  attempt('Downloading Chromium', process.execPath, playwright, 5);
  const fetched = findChromium();
  if (fetched) return fetched;
  throw new Error(
    'The browser tests need a Chromium and found none. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH to it.',
  );
}
