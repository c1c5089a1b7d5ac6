import { isTest, isWithin } from './files';
import type { Module } from './module';
import { lineOf, type Node, nameOf, walk } from './syntax';
import type { Check, Violation } from './violation';

const WITHOUT_JAVASCRIPT = 'people without JavaScript would see only the fallback';

// '*' would let them in by another name.
const EMPTY_BODIES = ['notFound', 'forbidden', 'unauthorized', '*'];
const WITHOUT_BODY = "renders nothing without JavaScript, redirect('/not-found') instead";

function trapIn(node: Node): string | null {
  if (node.type === 'JSXAttribute' && nameOf(node.name) === 'style') {
    return 'style attribute: the content security policy blocks it, use a class';
  }
  if (node.type === 'JSXOpeningElement' && nameOf(node.name) === 'Suspense') {
    return `<Suspense>: ${WITHOUT_JAVASCRIPT}`;
  }
  return null;
}

function trapsIn(module: Module): Violation[] {
  const { file } = module;
  const found: Violation[] = [];
  if (/(?:^|\/)loading\.[jt]sx?$/.test(file)) {
    found.push({ file, line: 1, message: `loading file: ${WITHOUT_JAVASCRIPT}` });
  }
  for (const { from, line, names } of module.imports) {
    const name = from === 'next/navigation' && names.find((each) => EMPTY_BODIES.includes(each));
    if (name) found.push({ file, line, message: `${name}: ${WITHOUT_BODY}` });
  }
  for (const node of walk(module.tree)) {
    const message = trapIn(node);
    if (message) found.push({ file, line: lineOf(node), message });
  }
  return found;
}

/** What compiles and works with JavaScript, and fails the people who have none. */
export const pageTraps: Check = {
  name: 'Pages work without JavaScript and inline style',
  run({ modules }) {
    return [...modules.values()]
      .filter(({ file }) => ['app', 'components', 'lib'].some((place) => isWithin(file, place)))
      .filter(({ file }) => !isTest(file))
      .flatMap(trapsIn);
  },
};
