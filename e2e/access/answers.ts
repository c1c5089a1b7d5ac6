import { createHash } from 'node:crypto';
import type { APIResponse, BrowserContext } from '@playwright/test';
import { expect } from '@playwright/test';
import { paths } from '@/lib/paths';
import type { Sight } from './table';

const IDS = /DSI-[2-9A-Z]{4}-[2-9A-Z]{4}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The same address with ids that nobody ever gave out. */
export const nowhere = (path: string): string =>
  path.replace(IDS, (id) =>
    id.startsWith('DSI') ? 'DSI-2222-2222' : '00000000-0000-4000-8000-000000000000',
  );

/** All that an answer tells, but for what differs between any two: its nonce, time and length. */
export async function told(response: APIResponse, path: string) {
  const nonce = /'nonce-([^']+)'/.exec(response.headers()['content-security-policy'] ?? '')?.[1];
  const strip = (text: string) =>
    text
      .replaceAll(path, 'PATH')
      .replaceAll(encodeURIComponent(path), 'PATH')
      .replace(IDS, 'ID')
      .replaceAll(nonce ?? '\0', 'NONCE');
  const headers = Object.entries(response.headers()).filter(
    ([name]) => !['date', 'content-length', 'etag', 'connection', 'keep-alive'].includes(name),
  );
  return {
    status: response.status(),
    headers: headers.map(([name, value]) => `${name}: ${strip(value)}`),
    // Only its print: two whole pages side by side tell a reader nothing.
    body: createHash('sha256')
      .update(strip(await response.text()))
      .digest('hex'),
  };
}

/** Asks for a page without following where it leads. */
export const ask = (context: BrowserContext, path: string) =>
  context.request.get(path, { maxRedirects: 0 });

/** What somebody gets at an address. */
export async function sightOf(response: APIResponse, path: string): Promise<Sight | string> {
  const status = response.status();
  const location = response.headers().location ?? '';
  if (status === 200) {
    expect(await response.text(), `${path} is a whole page`).toContain('<h1');
    return 'page';
  }
  if (status !== 307 && status !== 303) return `status ${status}`;
  if (location === `${paths.signIn}?return=${encodeURIComponent(path)}`) return 'sign-in';
  return location === paths.notFound ? 'missing' : location.replace(IDS, 'ID');
}
