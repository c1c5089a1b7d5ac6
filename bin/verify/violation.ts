import type { Project } from './project';

/** One breach of a rule; `file` is relative to the root, with forward slashes. */
export type Violation = { file: string; line: number; message: string };

/** A rule over a whole tree, so that tests can point it at one of their own. */
export type Check = {
  name: string;
  run: (project: Project) => Violation[] | Promise<Violation[]>;
};

export function compareViolations(a: Violation, b: Violation): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.message.localeCompare(b.message);
}
