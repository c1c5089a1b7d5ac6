import { isTest, isWithin, readIfPresent } from './files';
import type { Project } from './project';
import { resolveTarget } from './resolve';
import type { Violation } from './violation';

type Manifest = {
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  bin?: string | Record<string, string>;
};

function readManifest(root: string, folder: string): Manifest {
  return JSON.parse(readIfPresent(root, `${folder}package.json`) ?? '{}') as Manifest;
}

/** Packages that modules import, with where. */
function importedPackages(project: Project): Map<string, { file: string; line: number }> {
  const found = new Map<string, { file: string; line: number }>();
  for (const { file, imports, exports } of project.modules.values()) {
    const passedOn = exports.flatMap(({ source, line }) =>
      source ? [{ from: source.from, line }] : [],
    );
    for (const { from, line } of [...imports, ...passedOn]) {
      const target = resolveTarget(file, from);
      if (target.kind === 'package' && from !== '?' && !found.has(target.name)) {
        found.set(target.name, { file, line });
      }
    }
  }
  return found;
}

/** Texts in which a package may be named otherwise: settings, style sheets, npm's scripts. */
function settingTexts(project: Project, manifest: Manifest): string[] {
  const settings = [...project.modules.values()]
    .filter(({ file }) => !isTest(file) && !isWithin(file, 'bin/verify/import-table'))
    .flatMap(({ texts }) => texts.map(({ text }) => text));
  const sheets = project.files
    .filter((file) => /\.s?css$/.test(file))
    .flatMap(
      (file) => readIfPresent(project.root, file)?.match(/(?<=['"])[^'"\n]+(?=['"])/g) ?? [],
    );
  const words = Object.values(manifest.scripts ?? {}).flatMap((script) => script.split(/\s+/));
  return [...settings, ...sheets, ...words].map((text) => text.replace(/^.*node_modules\//, ''));
}

function commandsOf(name: string, { bin }: Manifest): string[] {
  if (!bin) return [];
  return typeof bin === 'string' ? [name] : Object.keys(bin);
}

/** Dependencies that nobody uses, and packages used that package.json does not name. */
export function checkDependencies(project: Project): Violation[] {
  const { root } = project;
  const manifest = readManifest(root, '');
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const imported = importedPackages(project);
  const texts = settingTexts(project, manifest);
  const manifests = new Map(
    declared.map((name) => [name, readManifest(root, `node_modules/${name}/`)]),
  );
  const asPeer = new Set(
    [...manifests.values()].flatMap((each) => Object.keys(each.peerDependencies ?? {})),
  );

  const isUsed = (name: string): boolean => {
    if (imported.has(name) || asPeer.has(name)) return true;
    if (name === '@types/node') return true;
    if (name.startsWith('@types/')) return declared.includes(name.slice('@types/'.length));
    const commands = [name, ...commandsOf(name, manifests.get(name) ?? {})];
    return texts.some((text) => commands.includes(text) || text.startsWith(`${name}/`));
  };

  const lines = (readIfPresent(root, 'package.json') ?? '').split('\n');
  const unused = declared
    .filter((name) => !isUsed(name))
    .map((name) => ({
      file: 'package.json',
      line: lines.findIndex((line) => line.includes(`"${name}":`)) + 1,
      message: `${name} is used by nobody`,
    }));
  const missing = [...imported].flatMap(([name, place]) =>
    declared.includes(name) ? [] : [{ ...place, message: `${name} is not in package.json` }],
  );
  return [...unused, ...missing];
}
