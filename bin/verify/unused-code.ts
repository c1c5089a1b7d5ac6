import { checkDependencies } from './dependencies';
import type { Module } from './module';
import { traceUses, type Uses } from './uses';
import type { Check, Violation } from './violation';

function unusedIn(module: Module, { reached, taken }: Uses): Violation[] {
  const { file } = module;
  if (!reached.has(file)) return [{ file, line: 1, message: 'nobody imports or runs this file' }];
  const names = taken.get(file) ?? new Set();
  return (
    module.exports
      .filter(({ name }) => name !== '*' && !names.has(name) && !names.has('*'))
      // A type may be exported to name what an exported function takes or gives.
      .filter(({ name, isType }) => !isType || module.mentions.get(name) === 1)
      .map(({ name, line }) => ({ file, line, message: `export ${name} is imported by nobody` }))
  );
}

/** Files, exports and dependencies that nothing run, rendered or tested leads to. */
export const unusedCode: Check = {
  name: 'No unused files, exports and dependencies',
  run(project) {
    const uses = traceUses(project);
    const unused = [...project.modules.values()].flatMap((module) => unusedIn(module, uses));
    return [...unused, ...checkDependencies(project)];
  },
};
