import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const app = fileURLToPath(new URL('../app', import.meta.url));

function* filesBelow(folder: string, path = ''): Generator<{ path: string; name: string }> {
  for (const entry of readdirSync(`${folder}${path}`, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* filesBelow(folder, `${path}/${entry.name}`);
    else yield { path, name: entry.name };
  }
}

const routesOf = (name: string): string[] =>
  [...filesBelow(app)]
    .filter((file) => file.name === name)
    .map(({ path }) => path || '/')
    .sort();

/** Every page of the portal, as its folders name it: '/apply/[reference]/[question]'. */
export const pageRoutes = (): string[] => routesOf('page.tsx');

/** Every address that answers without a page, with its method: 'POST /api/session/extend'. */
export const handlerRoutes = (): string[] =>
  routesOf('route.ts').flatMap((path) => {
    const source = readFileSync(`${app}${path}/route.ts`, 'utf8');
    const methods = source.matchAll(
      /export (?:(?:async )?function|const) (GET|POST|PUT|PATCH|DELETE)\b/g,
    );
    return [...methods].map(([, method]) => `${method} ${path}`);
  });
