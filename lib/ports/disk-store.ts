import { mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  FileMissing,
  type FileStore,
  keyOfPlace,
  placeOfKey,
  StoreUnavailable,
} from './file-store';
import { randomBytes } from './randomness';

/** Leftovers of a server that was killed while it received are older than any upload takes. */
const LEFTOVER_MS = 24 * 60 * 60 * 1000;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Keeps files in a folder of the disk, readable by the portal's own user alone. A file is written
 * beside the others first, forced to the disk, and then renamed: it is there whole or not at all.
 */
export function diskStore(root: string): FileStore {
  const incoming = join(root, 'incoming');
  const pathOf = (key: string) => join(root, placeOfKey(key));
  let ready: Promise<void> | null = null;

  async function prepare(): Promise<void> {
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    await dropLeftovers(Date.now() - LEFTOVER_MS);
  }

  async function dropLeftovers(before: number): Promise<void> {
    const names = await readdir(incoming).catch(() => []);
    for (const name of names) {
      const path = join(incoming, name);
      const found = await stat(path).catch(() => null);
      if (found && found.mtimeMs < before) await rm(path, { force: true });
    }
  }

  async function* placesBelow(folder: string): AsyncIterable<string> {
    const entries = await opendir(join(root, folder)).catch((error) => {
      if (codeOf(error) === 'ENOENT') return [];
      throw new StoreUnavailable('the files could not be listed', { cause: error });
    });
    for await (const entry of entries) {
      const place = `${folder}${entry.name}`;
      if (entry.isDirectory()) yield* placesBelow(`${place}/`);
      else yield place;
    }
  }

  async function putFile(path: string, content: Readable): Promise<void> {
    ready ??= prepare();
    await ready;
    const part = join(incoming, Buffer.from(randomBytes(16)).toString('hex'));
    try {
      const file = await open(part, 'wx', 0o600);
      try {
        for await (const chunk of content) await file.writeFile(chunk as Buffer);
        await file.sync();
      } finally {
        await file.close();
      }
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(part, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  return {
    async put(key, content) {
      const path = pathOf(key);
      try {
        await putFile(path, content);
      } catch (cause) {
        // Somebody may have removed the folder; the next one makes it again.
        ready = null;
        content.destroy();
        throw new StoreUnavailable('the file could not be written', { cause });
      }
    },
    async get(key) {
      const path = pathOf(key);
      try {
        return (await open(path, 'r')).createReadStream();
      } catch (cause) {
        if (codeOf(cause) === 'ENOENT') throw new FileMissing('there is no such file', { cause });
        throw new StoreUnavailable('the file could not be opened', { cause });
      }
    },
    async remove(key) {
      const path = pathOf(key);
      try {
        await rm(path, { force: true });
      } catch (cause) {
        throw new StoreUnavailable('the file could not be removed', { cause });
      }
    },
    async *keptBefore(instant) {
      for await (const place of placesBelow('')) {
        const key = keyOfPlace(place);
        const found = key && (await stat(join(root, place)).catch(() => null));
        if (key && found && found.mtimeMs < instant.getTime()) yield key;
      }
    },
    dropUnfinished: (before) => dropLeftovers(before.getTime()),
  };
}
