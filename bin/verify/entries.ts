import { isTest, isWithin, readIfPresent } from './files';
import type { Module } from './module';
import type { Project } from './project';
import { findFile } from './resolve';

// Next, Playwright, npm and editors find these by their place or name, not by an import.
const ROUTE_FILE =
  /(?:^|\/)(?:page|layout|template|default|route|error|global-error|not-found|global-not-found|robots|sitemap|manifest|icon|apple-icon|opengraph-image)\.tsx?$/;
const ROOT_FILE = /^(?:[\w-]+\.config\.(?:ts|mjs)|proxy\.ts|instrumentation(?:-client)?\.ts)$/;

export function isEntry(file: string): boolean {
  if (isTest(file) || ROOT_FILE.test(file) || file.endsWith('.d.ts')) return true;
  if (file.endsWith('.d.mts')) return true;
  return isWithin(file, 'app') && ROUTE_FILE.test(file);
}

const mayName = (file: string): boolean =>
  !isTest(file) && !isWithin(file, 'bin/verify/import-table');

/** Files that a module names in a text: scripts to spawn, files that a tool is told of. */
export function namedFiles(module: Module, files: ReadonlySet<string>): string[] {
  if (!mayName(module.file)) return [];
  const folder = module.file.split('/').slice(0, -1);
  return module.texts.flatMap(({ text }) => {
    if (!/\.[cm]?[jt]sx?$/.test(text)) return [];
    const plain = text.replace(/^(?:\.{0,2}\/)+/, '');
    const places = [...new Set([[...folder, plain].join('/'), plain])];
    return places.flatMap((place) => (files.has(place) ? [place] : []));
  });
}

/** Files that package.json's scripts or the build's script call. */
export function calledFiles(project: Project, files: ReadonlySet<string>): string[] {
  const callers = ['package.json', ...project.files.filter((file) => isWithin(file, '.ci'))];
  const words = callers.flatMap(
    (file) => readIfPresent(project.root, file)?.match(/[\w./-]+\.(?:mjs|ts|tsx)\b/g) ?? [],
  );
  return words.flatMap((word) => findFile(files, word.replace(/^\.\//, '')) ?? []);
}
