import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { diskStore } from './disk-store';
import { type FileStore, newFileKey, placeOfKey, StoreUnavailable } from './file-store';
import { openFile } from './open-file';

const BIG = 'All of it. '.repeat(200_000);
let root: string;
let store: FileStore;
let key: string;
let logged = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'open-file-'));
  store = diskStore(root);
  key = newFileKey();
  await store.put(key, Readable.from([Buffer.from(BIG)]));
  logged = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    logged += String(line);
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(root, { recursive: true, force: true });
});

async function opened() {
  const content = await openFile(store, key);
  if (typeof content === 'string') throw new Error(content);
  return content;
}

test('hands the whole file over, also as a stream of the web', async () => {
  expect(await text(await opened())).toBe(BIG);
  const body = Readable.toWeb(await opened()) as ReadableStream;
  expect(await new Response(body).text()).toBe(BIG);
});

test('a file removed while it is read is read to its end', async () => {
  const content = await opened();
  await store.remove(key);
  expect(await text(content)).toBe(BIG);
  expect(await openFile(store, key)).toBe('missing');
});

test('bytes that are gone are missing, and a place that cannot be read is away', async () => {
  await store.remove(key);
  expect(await openFile(store, key)).toBe('missing');
  await mkdir(join(root, placeOfKey(key)));
  expect(await openFile(store, key)).toBe('away');
  expect(logged).toContain('EISDIR');
});

test('a store that fails before or after the first byte is away', async () => {
  const failing = (get: FileStore['get']) => openFile({ ...store, get }, key);
  const cause = new Error('connect ECONNREFUSED');
  expect(await failing(() => Promise.reject(new StoreUnavailable('not now', { cause })))).toBe(
    'away',
  );
  expect(logged).toContain('ECONNREFUSED');
  const broken = new Readable({ read: (): void => void broken.destroy(new Error('cut off')) });
  expect(await failing(async () => broken)).toBe('away');
});

test('a place that breaks off before anybody reads on ends the stream, and not the server', async () => {
  const content = new Readable({ read: () => undefined });
  content.push('The first bytes.');
  const opened = await openFile({ ...store, get: async () => content }, key);
  expect(opened).toBe(content);
  const uncaught = vi.fn();
  process.once('uncaughtException', uncaught);
  content.destroy(new Error('connection reset'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off('uncaughtException', uncaught);
  expect(uncaught).not.toHaveBeenCalled();
  expect(logged).toContain('connection reset');
});
