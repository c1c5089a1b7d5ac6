import { isCode, listFiles, readText } from './files';
import { type Module, readModule } from './module';
import type { Violation } from './violation';

/** Every module of a tree, and those that could not be read. */
export type Project = {
  root: string;
  files: string[];
  modules: Map<string, Module>;
  unreadable: Violation[];
};

export function readProject(root: string): Project {
  const files = listFiles(root);
  const project: Project = { root, files, modules: new Map(), unreadable: [] };
  for (const file of files.filter(isCode)) {
    try {
      project.modules.set(file, readModule(file, readText(root, file)));
    } catch (error) {
      const { message, loc } = error as SyntaxError & { loc?: { line: number } };
      project.unreadable.push({
        file,
        line: loc?.line ?? 1,
        message: `cannot be read: ${message}`,
      });
    }
  }
  return project;
}
