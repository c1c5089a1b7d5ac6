import * as fs from 'node:fs';
import { join } from 'node:path';

/** Links every file below a folder to the same place below another; copies where links cannot go. */
function linkTree(from: string, to: string): void {
  fs.mkdirSync(to, { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else {
      try {
        fs.linkSync(source, target);
      } catch {
        fs.copyFileSync(source, target);
      }
    }
  }
}

/**
 * Puts packages and all they depend on below a folder, for a project that may look no further:
 * Next takes files such as proxy.ts from the folder that holds the packages.
 */
export function linkPackages(names: readonly string[], from: string, to: string): void {
  const wanted = [...names];
  const seen = new Set<string>();
  for (let name = wanted.shift(); name !== undefined; name = wanted.shift()) {
    const source = join(from, name);
    if (seen.has(name) || !fs.existsSync(join(source, 'package.json'))) continue;
    seen.add(name);
    linkTree(source, join(to, name));
    const found = JSON.parse(fs.readFileSync(join(source, 'package.json'), 'utf8'));
    wanted.push(...Object.keys({ ...found.dependencies, ...found.optionalDependencies }));
  }
}
