import { calledFiles, isEntry, namedFiles } from './entries';
import type { Project } from './project';
import { findFile, resolveTarget } from './resolve';

/** What of a tree is reached: the files, and of each the names that somebody takes. */
export type Uses = { reached: Set<string>; taken: Map<string, Set<string>> };

/** Follows every import from what is run, rendered or tested. */
export function traceUses(project: Project): Uses {
  const files = new Set(project.files);
  const uses: Uses = { reached: new Set(), taken: new Map() };

  const open = (from: string, to: string): string | null => {
    const target = resolveTarget(from, to);
    const file = target.kind === 'file' ? findFile(files, target.path) : null;
    if (file) reach(file);
    return file;
  };

  function reach(file: string): void {
    if (uses.reached.has(file)) return;
    uses.reached.add(file);
    const module = project.modules.get(file);
    if (!module) return;
    for (const { from, names } of module.imports) {
      const target = open(file, from);
      if (target) for (const name of names) take(target, name);
    }
    for (const { source } of module.exports) if (source) open(file, source.from);
    // Whoever runs a file by its name decides what it takes of it.
    for (const named of namedFiles(module, files)) reachWhole(named);
  }

  function reachWhole(file: string): void {
    reach(file);
    take(file, '*');
  }

  function take(file: string, name: string): void {
    const taken = uses.taken.get(file) ?? new Set();
    uses.taken.set(file, taken);
    if (taken.has(name)) return;
    taken.add(name);
    for (const each of project.modules.get(file)?.exports ?? []) {
      if (!each.source || !(name === '*' || each.name === name || each.name === '*')) continue;
      const target = open(file, each.source.from);
      if (target) take(target, each.source.name === '*' ? name : each.source.name);
    }
  }

  for (const file of project.files.filter(isEntry)) reachWhole(file);
  for (const file of calledFiles(project, files)) reachWhole(file);
  return uses;
}
