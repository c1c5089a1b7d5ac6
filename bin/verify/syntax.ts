import { type ParserPlugin, parse } from '@babel/parser';

/** A node of the tree as the checks read it: a type, a place, and whatever it holds. */
export type Node = {
  type: string;
  start: number;
  loc: { start: { line: number } };
  [key: string]: unknown;
};

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

export const lineOf = (node: Node): number => node.loc.start.line;

/** The text of a string, or of a template that holds nothing but text. */
export function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'StringLiteral') return String(node.value);
  if (node.type === 'TSLiteralType') return textOf(node.literal);
  if (node.type !== 'TemplateLiteral') return null;
  const [only, ...more] = node.quasis as { value: { cooked: string } }[];
  return only && more.length === 0 ? only.value.cooked : null;
}

/** The name of an identifier, a JSX name or a quoted name; of `a.b` the last part. */
export function nameOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'MemberExpression' || node.type === 'JSXMemberExpression') {
    return nameOf(node.property);
  }
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return String(node.name);
  return textOf(node);
}

export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'loc' || key.endsWith('omments')) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* walk(child);
    }
  }
}

/** The syntax tree of a module; throws a SyntaxError with `loc` when it does not parse. */
export function parseModule(file: string, text: string): Node {
  const isJsx = file.endsWith('x');
  const isDeclaration = /\.d\.[cm]?ts$/.test(file);
  const plugins: ParserPlugin[] = [['typescript', { dts: isDeclaration }]];
  if (isJsx) plugins.push('jsx');
  return parse(text, { sourceType: 'module', plugins }).program as unknown as Node;
}
