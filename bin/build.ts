import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';

const skipped = new Set([
  ...['node_modules', '.next', '.data', '.git', '.ci', 'bin', 'bench', 'e2e', 'deploy', 'docs'],
  ...['test-results', 'playwright-report', 'next-env.d.ts', 'biome.json'],
]);

function* sources(root: string, below = ''): Generator<string> {
  const entries = fs.readdirSync(join(root, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(below, entry.name);
    if (below === '' && skipped.has(entry.name)) continue;
    if (entry.isDirectory()) yield* sources(root, path);
    else if (entry.isFile() && !/\.(test\.tsx?|md|sql|tsbuildinfo|log)$/.test(entry.name))
      yield path;
  }
}

/** A hash over all that a build depends on: sources, lock file, Node, and what it bakes in. */
export function buildStamp(root: string, environment: Record<string, string | undefined>): string {
  const hash = createHash('sha256');
  hash.update(`node ${process.versions.node.split('.')[0]} ${process.platform} ${process.arch}\n`);
  for (const name of Object.keys(environment).sort()) {
    if (name !== 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY' && !name.startsWith('NEXT_PUBLIC_')) continue;
    hash.update(`${name}=${environment[name]}\n`);
  }
  for (const path of sources(root)) {
    hash.update(`${path}\0${fs.statSync(join(root, path)).size}\0`);
    hash.update(fs.readFileSync(join(root, path)));
  }
  // PostCSS plugins are part of the build although they lie among the commands.
  for (const name of fs.existsSync(join(root, 'bin')) ? fs.readdirSync(join(root, 'bin')) : []) {
    if (name.startsWith('postcss')) hash.update(fs.readFileSync(join(root, 'bin', name)));
  }
  return hash.digest('hex');
}

const stampFile = (root: string) => join(root, '.next', 'portal-build-stamp');

export function isBuilt(root: string, stamp: string): boolean {
  try {
    fs.accessSync(join(root, '.next', 'BUILD_ID'));
    return fs.readFileSync(stampFile(root), 'utf8') === stamp;
  } catch {
    return false;
  }
}

/** Forgets the stamp while a build is under way, so that an interrupted one does not count. */
export async function stamped(root: string, stamp: string, build: () => Promise<void>) {
  fs.rmSync(stampFile(root), { force: true });
  await build();
  fs.writeFileSync(stampFile(root), stamp);
}
