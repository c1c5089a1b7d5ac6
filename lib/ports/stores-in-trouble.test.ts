import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type BucketMood, startBucket } from '@/lib/testing/bucket';
import { diskStore } from './disk-store';
import { newFileKey, StoreUnavailable } from './file-store';
import { s3Store } from './s3-store';
import { downloadPolicy, fileStore } from './store';

process.env.AWS_ACCESS_KEY_ID = 'a-test';
process.env.AWS_SECRET_ACCESS_KEY = 'a-test';
const MB = 1024 * 1024;

describe('a disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });
  const incoming = () => readdirSync(join(folder, 'incoming'));

  test.each(['writeFile', 'sync'] as const)('that is full at %s keeps nothing', async (step) => {
    const store = diskStore(folder);
    await store.put(newFileKey(), Readable.from(['before']));
    const probe = await open(folder, 'r');
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const methods = Object.getPrototypeOf(probe) as FileHandle;
    await probe.close();
    vi.spyOn(methods, step).mockRejectedValueOnce(full);
    const key = newFileKey();
    const content = Readable.from(['too', 'much']);
    const sending = store.put(key, content);
    await expect(sending).rejects.toMatchObject({ name: 'StoreUnavailable', cause: full });
    expect(content.destroyed).toBe(true);
    expect(incoming()).toEqual([]);
    await store.put(key, Readable.from(['after']));
    expect(await text(await store.get(key))).toBe('after');
  });

  test('whose folder is a file says that it is away, and works again once mended', async () => {
    const path = join(folder, 'store');
    writeFileSync(path, 'in the way');
    const store = diskStore(path);
    const key = newFileKey();
    const sending = store.put(key, Readable.from(['x']));
    await expect(sending).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.get(key)).rejects.toBeInstanceOf(StoreUnavailable);
    rmSync(path);
    await store.put(key, Readable.from(['x']));
    expect(await text(await store.get(key))).toBe('x');
  });

  test('is cleared of what a killed server left a day ago, not of what arrives now', async () => {
    mkdirSync(join(folder, 'incoming'));
    for (const name of ['left', 'arriving']) writeFileSync(join(folder, 'incoming', name), 'x');
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    utimesSync(join(folder, 'incoming', 'left'), twoDaysAgo, twoDaysAgo);
    await diskStore(folder).put(newFileKey(), Readable.from(['x']));
    expect(incoming()).toEqual(['arriving']);
  });
});

describe('a bucket', () => {
  let bucket: Awaited<ReturnType<typeof startBucket>>;
  beforeEach(async () => {
    bucket = await startBucket();
  });
  afterEach(() => bucket.stop());
  const storeAt = (endpoint: string) =>
    s3Store({ bucket: 'evidence', prefix: '', endpoint, region: 'eu-west-2', patience: 300 });

  test.each<BucketMood>(['errors', 'silent', 'hangs_up'])(
    'with %s as an answer is away, and works again',
    async (mood) => {
      const store = storeAt(bucket.endpoint);
      const key = newFileKey();
      bucket.behave(mood);
      const sending = store.put(key, Readable.from([Buffer.alloc(12 * MB)]));
      await expect(sending).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.get(key)).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.remove(key)).rejects.toBeInstanceOf(StoreUnavailable);
      bucket.behave('well');
      await store.put(key, Readable.from(['x']));
      expect(await text(await store.get(key))).toBe('x');
    },
  );

  test('that nobody serves is away', async () => {
    await bucket.stop();
    const sending = storeAt(bucket.endpoint).put(newFileKey(), Readable.from(['x']));
    await expect(sending).rejects.toBeInstanceOf(StoreUnavailable);
    bucket = await startBucket();
  });

  test('that refuses a part half-way is left without parts', async () => {
    bucket.behave('no_third_part');
    const content = Readable.from([Buffer.alloc(12 * MB)]);
    const sending = storeAt(bucket.endpoint).put(newFileKey(), content);
    await expect(sending).rejects.toMatchObject({ cause: { name: 'EntityTooLarge' } });
    expect([bucket.files.size, bucket.uploads.size]).toEqual([0, 0]);
  });

  test('that cuts its answer off ends the reading in an error', async () => {
    const store = storeAt(bucket.endpoint);
    const key = newFileKey();
    await store.put(key, Readable.from([Buffer.alloc(2 * MB)]));
    bucket.behave('cut_off');
    await expect(store.get(key).then(buffer)).rejects.toThrow();
  });

  test('is taken when the configuration names it, the folder otherwise', async () => {
    const before = { ...process.env };
    const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
    try {
      Object.assign(process.env, { EVIDENCE_BUCKET: 'evidence', EVIDENCE_S3_PREFIX: 'a/b/' });
      Object.assign(process.env, {
        EVIDENCE_S3_ENDPOINT: bucket.endpoint,
        EVIDENCE_FOLDER: folder,
      });
      await fileStore().put(newFileKey(), Readable.from(['x']));
      expect([...bucket.files.keys()]).toEqual([expect.stringMatching(/^\/evidence\/a\/b\//)]);
      delete process.env.EVIDENCE_BUCKET;
      await fileStore().put(newFileKey(), Readable.from(['x']));
      expect(fileStore()).toBe(fileStore());
      expect([bucket.files.size, readdirSync(folder).length]).toEqual([1, 2]);
    } finally {
      process.env = before;
      rmSync(folder, { recursive: true });
    }
  });
});

test.each([
  [{}, false],
  [{ DEMO: '1' }, true],
  [{ DEMO: '1', EVIDENCE_SHARE_UNSCANNED: '0' }, false],
  [{ EVIDENCE_SHARE_UNSCANNED: '1' }, true],
])('with %j files that nobody scanned are shared: %s', (given, shareUnscanned) => {
  const before = { ...process.env };
  process.env = { ...before, DEMO: '', EVIDENCE_SHARE_UNSCANNED: '', ...given };
  expect(downloadPolicy()).toEqual({ shareUnscanned });
  process.env = before;
});
