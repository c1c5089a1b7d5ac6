import { gzipSync } from 'node:zlib';
import type { Client } from './load';

/** The scripts that a page loads at first, by address, with their gzipped size in bytes. */
export async function scriptsOf(
  client: Client,
  path: string,
  cookie = '',
): Promise<Map<string, number>> {
  const page = (await client(path, { headers: { cookie } })).body.toString();
  const sizes = new Map<string, number>();
  for (const [tag, address = ''] of page.matchAll(/<script[^>]*\bsrc="([^"]+)"[^>]*>/g)) {
    // Only browsers that know no modules load these.
    if (/\bnoModule\b/i.test(tag) || sizes.has(address)) continue;
    sizes.set(address, gzipSync((await client(address)).body).length);
  }
  return sizes;
}

export const total = (sizes: Map<string, number>): number =>
  [...sizes.values()].reduce((sum, size) => sum + size, 0);
