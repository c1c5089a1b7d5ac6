import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { filler, type Part, sendForm } from '@/lib/testing/upload';
import { diskStore } from './disk-store';
import { type FileStore, StoreUnavailable } from './file-store';
import { receiveUpload } from './receive-upload';

const MB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'upload-'));
const store = diskStore(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const kept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .length;
const file = (name: string, content: string | Iterable<Buffer> = 'some text'): Part => ({
  field: 'files',
  name,
  content: typeof content === 'string' ? [Buffer.from(content)] : content,
});
const receive = (parts: readonly Part[], options = {}) =>
  receiveUpload(sendForm(parts), { store, ...options });
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe('what arrives whole is kept', () => {
  test('with its fields, sizes and hashes, also past a piece', async () => {
    const big = Buffer.concat([...filler(3 * MB + 7)]);
    const received = await receive([
      { field: 'version', value: '3' },
      file('policy.pdf', [big]),
      file('list.csv', 'a,b\r\n1,2\r\n'),
      { field: 'note', value: 'naïve – 🦊' },
    ]);
    if (!received.ok) throw new Error(received.why);
    expect(received.fields).toEqual({ version: '3', note: 'naïve – 🦊' });
    expect(received.files).toMatchObject([
      { name: 'policy.pdf', size: big.length, sha256: sha256(big) },
      { name: 'list.csv', size: 10, sha256: sha256(Buffer.from('a,b\r\n1,2\r\n')) },
    ]);
    const [first] = received.files;
    expect((await buffer(await store.get(first?.key ?? ''))).equals(big)).toBe(true);
  });

  test('exactly 20 MB is taken', async () => {
    expect(await receive([file('a.txt', filler(20 * MB))])).toMatchObject({ ok: true });
  });

  test('two of one name are two files', async () => {
    const received = await receive([file('a.txt', 'one'), file('a.txt', 'two')]);
    if (!received.ok) throw new Error(received.why);
    expect(received.files.map(({ name }) => name)).toEqual(['a.txt', 'a.txt']);
    expect(new Set(received.files.map(({ key }) => key)).size).toBe(2);
  });

  test.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\fakepath\\Zufällig.docx', 'Zufällig.docx'],
    ['report\u202efdp.txt', 'reportfdp.txt'],
    ['سیاست.pdf', 'سیاست.pdf'],
  ])('%s is called %s', async (raw, name) => {
    expect(await receive([file(raw)])).toMatchObject({ files: [{ name }] });
  });

  test('an input left empty beside a chosen one is passed by', async () => {
    expect(await receive([file('', ''), file('a.txt')])).toMatchObject({
      files: [{ name: 'a.txt' }],
    });
  });

  test('a field is never taken for a property of every object', async () => {
    const received = await receive([{ field: '__proto__', value: 'x' }, file('a.txt')]);
    expect(Object.getPrototypeOf(received.fields)).toBe(Object.prototype);
  });
});

describe('of what is refused nothing stays', () => {
  test.each<[string, Part[], object]>([
    [
      'no file chosen',
      [file('', ''), { field: 'a', value: 'b' }],
      { why: 'none_chosen', fields: { a: 'b' } },
    ],
    ['no file asked for', [{ field: 'a', value: 'b' }], { why: 'none_chosen' }],
    ['no form at all', [], { why: 'none_chosen' }],
    ['an empty one', [file('a.txt'), file('empty.txt', '')], { why: 'empty', name: 'empty.txt' }],
    ['another kind', [file('a.txt'), file('run.exe')], { why: 'wrong_kind', name: 'run.exe' }],
    ['a name of nothing', [file('a.txt'), file('..')], { why: 'no_name', name: null }],
    [
      'one byte too many',
      [file('a.txt'), file('b.txt', filler(20 * MB + 1))],
      { why: 'too_big', name: 'b.txt' },
    ],
    ['21 files', Array.from({ length: 21 }, () => file('a.txt')), { why: 'too_many' }],
    [
      'a field too long',
      [file('a.txt'), { field: 'a', value: 'x'.repeat(10_001) }],
      { why: 'not_a_form' },
    ],
    [
      '31 fields',
      [file('a.txt'), ...Array(31).fill({ field: 'a', value: 'x' })],
      { why: 'not_a_form' },
    ],
  ])('%s', async (_what, parts, answer) => {
    const before = kept();
    expect(await receive(parts)).toMatchObject({ ok: false, ...answer });
    expect(kept()).toBe(before);
  });

  test('more than the application has room for', async () => {
    const before = kept();
    const parts = [file('a.txt', filler(60_000)), file('b.txt', filler(60_000))];
    expect(await receive(parts, { room: 119_999 })).toMatchObject({
      why: 'too_much',
      name: 'b.txt',
    });
    expect(kept()).toBe(before);
    expect(await receive(parts.slice(0, 1), { room: 60_000 })).toMatchObject({ ok: false });
  });

  test('a body that is no such form', async () => {
    const form = sendForm([file('a.txt')]);
    for (const type of ['', 'text/plain', 'multipart/form-data', 'application/json']) {
      const headers = new Headers(type ? { 'content-type': type } : {});
      const body = sendForm([file('a.txt')]).body;
      expect(await receiveUpload({ headers, body }, { store })).toMatchObject({
        why: 'not_a_form',
      });
    }
    const empty = { headers: form.headers, body: null };
    expect(await receiveUpload(empty, { store })).toMatchObject({ why: 'not_a_form' });
  });

  test.each([100, 70_000, 3 * MB])(
    'a form cut off after %i bytes, said or not',
    async (cutAfter) => {
      const before = kept();
      for (const endEarly of [false, true]) {
        const form = sendForm([file('a.txt'), file('b.txt', filler(5 * MB))], {
          cutAfter,
          endEarly,
        });
        const received = await receiveUpload(form, { store });
        expect(received).toMatchObject({ ok: false, why: 'cut_off' });
      }
      expect(kept()).toBe(before);
    },
  );

  test.each([0, 100_000])('when the store gives up after %i bytes', async (after) => {
    const removed: string[] = [];
    const failing: FileStore = {
      ...store,
      put: async (key: string, content: Readable) => {
        if (after > 0) {
          let got = 0;
          for await (const chunk of content) {
            got += chunk.length;
            if (got > after) break;
          }
        }
        content.destroy();
        throw new StoreUnavailable(`full, ${key.length}`);
      },
      remove: async (key) => {
        removed.push(key);
        throw new StoreUnavailable('away');
      },
    };
    const form = sendForm([file('a.txt', filler(5 * MB)), file('b.txt')]);
    const received = await receiveUpload(form, { store: failing });
    expect(received).toMatchObject({
      why: 'not_stored',
      name: 'a.txt',
      cause: { message: 'full, 64' },
    });
    expect(removed).toHaveLength(1);
  });
});

test('a refused form is read on for a while, so that its sender hears why, and not for ever', async () => {
  const short = sendForm([file('run.exe', filler(MB)), { field: 'a', value: 'b' }]);
  expect(await receiveUpload(short, { store })).toMatchObject({ why: 'wrong_kind' });
  expect([short.cancelled(), short.sent() > MB]).toEqual([false, true]);
  const long = sendForm([file('run.exe', filler(300 * MB))]);
  expect(await receiveUpload(long, { store })).toMatchObject({ why: 'wrong_kind' });
  expect(long.cancelled()).toBe(true);
  expect(long.sent()).toBeLessThan(82 * MB);
});

test('twenty at once are received in little memory', async () => {
  const used = () => {
    const { heapUsed, external, arrayBuffers } = process.memoryUsage();
    return (heapUsed + external + arrayBuffers) / MB;
  };
  const before = used();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, used());
  }, 10);
  const uploads = Array.from({ length: 20 }, () => receive([file('a.txt', filler(15 * MB))]));
  const received = await Promise.all(uploads);
  clearInterval(watch);
  expect(received.every(({ ok }) => ok)).toBe(true);
  // Held whole they would be 300.
  expect(most - before).toBeLessThan(120);
});
