import { isNode, lineOf, type Node, nameOf, parseModule, textOf, walk } from './syntax';

/** What a module takes from another: some names, or `*` for all of it. */
export type Import = { from: string; line: number; names: string[]; how: 'import' | 'require' };

/** What a module offers; `source` when it passes on another module's export. */
export type Export = {
  name: string;
  line: number;
  isType: boolean;
  source?: { from: string; name: string };
};

/** A module as the checks see it; `texts` are its string literals that are no import. */
export type Module = {
  file: string;
  tree: Node;
  imports: Import[];
  exports: Export[];
  texts: { text: string; line: number }[];
  mentions: Map<string, number>;
};

function importedNames(specifiers: unknown): string[] {
  return (specifiers as Node[]).map((specifier) => {
    if (specifier.type === 'ImportDefaultSpecifier') return 'default';
    if (specifier.type === 'ImportNamespaceSpecifier') return '*';
    return nameOf(specifier.imported) ?? '*';
  });
}

function bindingNames(pattern: unknown): Node[] {
  if (!isNode(pattern)) return [];
  if (pattern.type === 'Identifier') return [pattern];
  const parts = (pattern.properties ?? pattern.elements ?? []) as unknown[];
  return parts.flatMap((part) =>
    isNode(part) ? bindingNames(part.value ?? part.argument ?? part.left ?? part) : [],
  );
}

function declaredExports(declaration: Node): Export[] {
  const isType = /^TS(?:TypeAlias|Interface)Declaration$/.test(declaration.type);
  const names =
    declaration.type === 'VariableDeclaration'
      ? (declaration.declarations as Node[]).flatMap((each) => bindingNames(each.id))
      : bindingNames(declaration.id);
  return names.map((each) => ({ name: String(each.name), line: lineOf(each), isType }));
}

function readExport(node: Node): Export[] {
  const from = textOf(node.source);
  const line = lineOf(node);
  const isType = node.exportKind === 'type';
  if (node.type === 'ExportDefaultDeclaration') return [{ name: 'default', line, isType }];
  if (node.type === 'ExportAllDeclaration' && from !== null) {
    return [{ name: '*', line, isType, source: { from, name: '*' } }];
  }
  if (node.type !== 'ExportNamedDeclaration') return [];
  if (isNode(node.declaration)) return declaredExports(node.declaration);
  return (node.specifiers as Node[]).map((each) => {
    const name = nameOf(each.exported) ?? '*';
    const inner = each.type === 'ExportNamespaceSpecifier' ? '*' : (nameOf(each.local) ?? '*');
    return {
      name,
      line: lineOf(each),
      isType: isType || each.exportKind === 'type',
      ...(from === null ? {} : { source: { from, name: inner } }),
    };
  });
}

function readImport(node: Node): Import | null {
  const line = lineOf(node);
  if (node.type === 'ImportDeclaration') {
    const from = textOf(node.source) ?? '';
    return { from, line, names: importedNames(node.specifiers), how: 'import' };
  }
  if (node.type === 'TSImportType') {
    return { from: textOf(node.argument) ?? '?', line, names: ['*'], how: 'import' };
  }
  if (node.type === 'TSExternalModuleReference') {
    return { from: textOf(node.expression) ?? '?', line, names: ['*'], how: 'require' };
  }
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return null;
  const from = textOf((node.arguments as unknown[])[0]) ?? '?';
  if (node.callee.type === 'Import') return { from, line, names: ['*'], how: 'import' };
  const name = node.callee.type === 'Identifier' ? node.callee.name : null;
  if (name === 'require') return { from, line, names: ['*'], how: 'require' };
  return name === 'createRequire' ? { from: name, line, names: ['*'], how: 'require' } : null;
}

/** Reads one module; a name that cannot be known before running is '?'. */
export function readModule(file: string, text: string): Module {
  const tree = parseModule(file, text);
  const module: Module = { file, tree, imports: [], exports: [], texts: [], mentions: new Map() };
  const finders = new Set<unknown>();
  for (const node of walk(tree)) {
    // `createRequire(…).resolve(…)` finds a package's folder and loads nothing.
    const object = nameOf(node) === 'resolve' && isNode(node.object) ? node.object : null;
    if (object && nameOf(object.callee) === 'createRequire') finders.add(object);
    const found = finders.has(node) ? null : readImport(node);
    if (found) module.imports.push(found);
    module.exports.push(...readExport(node));
    const literal = textOf(node);
    if (literal !== null) module.texts.push({ text: literal, line: lineOf(node) });
    const name = node.type === 'Identifier' ? String(node.name) : null;
    if (name) module.mentions.set(name, (module.mentions.get(name) ?? 0) + 1);
  }
  return module;
}
