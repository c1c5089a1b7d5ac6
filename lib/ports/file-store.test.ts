import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { startBucket } from '@/lib/testing/bucket';
import { diskStore } from './disk-store';
import { FileMissing, newFileKey, placeOfKey, StoreUnavailable } from './file-store';
import { s3Store } from './s3-store';

process.env.AWS_ACCESS_KEY_ID = 'a-test';
process.env.AWS_SECRET_ACCESS_KEY = 'a-test';

const MB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
const bucket = await startBucket();

const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

const stores = [
  {
    name: 'disk',
    store: diskStore(folder),
    held: () => filesBelow(folder),
    age: (key: string, at: Date) => utimesSync(join(folder, placeOfKey(key)), at, at),
  },
  {
    name: 'bucket',
    store: s3Store({
      bucket: 'evidence',
      prefix: 'portal/',
      endpoint: bucket.endpoint,
      region: 'eu-west-2',
    }),
    held: () => [...bucket.files.keys(), ...bucket.uploads.keys()],
    age: (key: string, at: Date) =>
      void bucket.dates.set(`/evidence/portal/${placeOfKey(key)}`, at),
  },
];

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await bucket.stop();
});

/** So many bytes in pieces, none of which says the same; broken off after `until`. */
async function* bytes(count: number, until = count) {
  for (let sent = 0; sent < until; sent += 65_536) {
    yield Buffer.alloc(Math.min(65_536, until - sent), String(sent));
  }
  if (until < count) throw new Error('the sender went away');
}

describe.each(stores)('files in the $name', ({ store, held, age }) => {
  test('those kept before an instant are listed, however many, and nothing else', async () => {
    const before = new Date(Date.now() - 60_000);
    const keys = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((c) => put(Buffer.from(c))));
    const old = keys.slice(0, 5);
    for (const key of old) age(key, new Date(before.getTime() - 1000));
    const listed = [];
    for await (const key of store.keptBefore(before)) listed.push(key);
    expect(listed.sort()).toEqual(old.sort());
    for (const key of keys) await store.remove(key);
    for await (const key of store.keptBefore(new Date(Date.now() + 60_000)))
      expect(keys).not.toContain(key);
  });

  const put = async (content: Buffer) => {
    const key = newFileKey();
    await store.put(key, Readable.from([content]));
    return key;
  };

  test.each([0, 1, 65_537, 5 * MB, 5 * MB + 1, 20 * MB])('%i bytes come back', async (count) => {
    const key = newFileKey();
    await store.put(key, Readable.from(bytes(count)));
    const wanted = await buffer(Readable.from(bytes(count)));
    expect((await buffer(await store.get(key))).equals(wanted)).toBe(true);
    await store.remove(key);
  });

  test('a removed one is missing, and can be removed again', async () => {
    const key = await put(Buffer.from('once'));
    const other = await put(Buffer.from('other'));
    await store.remove(key);
    await store.remove(key);
    await expect(store.get(key)).rejects.toBeInstanceOf(FileMissing);
    expect(String(await buffer(await store.get(other)))).toBe('other');
  });

  test('one that never was is missing', async () => {
    await expect(store.get(newFileKey())).rejects.toBeInstanceOf(FileMissing);
  });

  test.each([0, 65_536, 12 * MB])('of one cut off after %i bytes nothing stays', async (until) => {
    const before = held();
    const key = newFileKey();
    const sending = store.put(key, Readable.from(bytes(20 * MB, until)));
    await expect(sending).rejects.toMatchObject({
      name: 'StoreUnavailable',
      cause: { message: 'the sender went away' },
    });
    expect(held()).toEqual(before);
    await expect(store.get(key)).rejects.toBeInstanceOf(FileMissing);
  });

  test('of one whose sender is ended without a word nothing stays', async () => {
    const before = held();
    const content = new Readable({ read: () => undefined });
    content.push(Buffer.alloc(100_000));
    const sending = store.put(newFileKey(), content);
    setTimeout(() => content.destroy(), 50);
    await expect(sending).rejects.toBeInstanceOf(StoreUnavailable);
    expect(held()).toEqual(before);
  });

  test('twenty at once do not mix', async () => {
    const contents = Array.from({ length: 20 }, (_, index) => Buffer.alloc(70_000, index + 1));
    const keys = await Promise.all(contents.map(put));
    const back = await Promise.all(keys.map(async (key) => buffer(await store.get(key))));
    expect(back.map((each, index) => contents[index]?.equals(each))).not.toContain(false);
  });

  test('one that is removed while it is read is read to its end, or breaks off with an error', async () => {
    const key = await put(Buffer.alloc(3 * MB, 'x'));
    const reading = await store.get(key);
    await store.remove(key);
    const read = await buffer(reading).catch(() => null);
    expect([null, 3 * MB]).toContain(read?.length ?? null);
  });

  test.each([
    '',
    '..',
    '../../etc/passwd',
    'a/b',
    `${'a'.repeat(63)}/`,
    'A'.repeat(64),
    `${'a'.repeat(64)}\n`,
  ])('%j is no key', async (key) => {
    await expect(store.put(key, Readable.from(['x']))).rejects.toBeInstanceOf(TypeError);
    await expect(store.get(key)).rejects.toBeInstanceOf(TypeError);
    await expect(store.remove(key)).rejects.toBeInstanceOf(TypeError);
  });
});

test('on the disk only the portal may read, and names lie two levels deep', async () => {
  const key = newFileKey();
  const path = join(folder, key.slice(0, 2), key.slice(2, 4), key);
  await diskStore(folder).put(key, Readable.from(['x']));
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
});

test('in the bucket a key is below its prefix', () => {
  expect([...bucket.files.keys()][0]).toMatch(
    /^\/evidence\/portal\/([0-9a-f]{2})\/([0-9a-f]{2})\/\1\2[0-9a-f]{60}$/,
  );
});
