import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { filler, type Part, sendForm } from '@/lib/testing/upload';
import { diskStore } from './disk-store';
import { receiveTyped, receiveUpload } from './receive-upload';

const MB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'upload-'));
const store = diskStore(folder);
afterAll(() => rmSync(folder, { recursive: true }));
const stored = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
afterEach(() => {
  for (const { parentPath, name } of stored()) rmSync(join(parentPath, name));
});

const options = { store, typed: { field: 'rows', name: 'Pasted rows.csv', held: 150_000 } };
const chosen = (content: Iterable<Buffer> = [Buffer.from('a,b')]): Part => ({
  ...{ field: 'file', name: 'euos.csv', content },
});
const nothingChosen: Part = { field: 'file', name: '', content: [] };
const receive = (parts: readonly Part[], more = {}) =>
  receiveUpload(sendForm(parts), { ...options, ...more });

describe('a field whose text is a file', () => {
  test('is kept like one that was chosen, however long', async () => {
    const value = 'ods_code\r\nA1\r\n'.repeat(100_000);
    const received = await receive([nothingChosen, { field: 'rows', value }]);
    if (!received.ok) throw new Error(received.why);
    expect(received.files).toMatchObject([{ name: 'Pasted rows.csv', size: value.length }]);
    expect(received.fields).toEqual({});
    const content = await buffer(await store.get(received.files[0]?.key ?? ''));
    expect(content.toString()).toBe(value);
  });

  test('is none where nothing was typed', async () => {
    const received = await receive([chosen(), { field: 'rows', value: '' }]);
    expect(received).toMatchObject({ ok: true, files: [{ name: 'euos.csv' }] });
    expect(stored()).toHaveLength(1);
    const neither = await receive([nothingChosen, { field: 'rows', value: '' }]);
    expect(neither).toMatchObject({ ok: false, why: 'none_chosen' });
  });

  test('comes beside one that was chosen, for whoever asked to say no', async () => {
    const received = await receive([chosen(), { field: 'rows', value: 'x' }]);
    expect(received).toMatchObject({
      files: [{ name: 'euos.csv' }, { name: 'Pasted rows.csv' }],
    });
  });

  test('another field stays a field', async () => {
    const received = await receive([chosen(), { field: 'note', value: 'x' }]);
    expect(received).toMatchObject({ ok: true, fields: { note: 'x' } });
  });
});

describe('what was typed is told again', () => {
  const rows = 'ods_code,name\r\nA1,Café ✓';
  const typed: Part = { field: 'rows', value: rows };

  test.each<[string, readonly Part[], object]>([
    ['beside a file', [chosen(), typed], { ok: true }],
    ['alone', [nothingChosen, typed], { ok: true }],
    [
      'after a file of another kind',
      [{ ...chosen(), name: 'a.exe' }, typed],
      { why: 'wrong_kind' },
    ],
    ['after a file that is too big', [chosen(filler(3 * MB)), typed], { why: 'too_big' }],
    ['before it', [typed, chosen(filler(3 * MB))], { why: 'too_big' }],
  ])('%s', async (_, parts, expected) => {
    const received = await receive(parts, { mostBytes: 2 * MB });
    expect(received).toMatchObject({ ...expected, typed: rows });
  });

  test('unless it is long, or never came', async () => {
    const long = { field: 'rows', value: 'x'.repeat(150_001) };
    expect(await receive([nothingChosen, long])).toMatchObject({ ok: true, typed: null });
    expect(await receive([chosen()])).toMatchObject({ ok: true, typed: '' });
    const form = sendForm([{ field: 'rows', value: 'y'.repeat(1000) }], { cutAfter: 200 });
    expect(await receiveUpload(form, options)).toMatchObject({
      ok: false,
      typed: expect.not.stringMatching(/y/),
    });
  });

  test('with nothing kept of a form of which nothing else is wanted', async () => {
    const form = sendForm([chosen(filler(MB)), typed]);
    const wanted = { typed: options.typed, mostBytes: 2 * MB };
    expect(await receiveTyped(form, wanted)).toBe(rows);
    expect(stored()).toEqual([]);
  });
});

describe('a form of one file of another limit', () => {
  const limit = { mostBytes: 22 * MB, room: 22 * MB };

  test('takes it up to that, and nothing longer', async () => {
    expect(await receive([chosen(filler(22 * MB))], limit)).toMatchObject({ ok: true });
    const longer = await receive([chosen(filler(22 * MB + 1))], limit);
    expect(longer).toMatchObject({ ok: false, why: 'too_big' });
    expect(stored()).toHaveLength(1);
  });

  test('is read to nobody where it says that it is longer', async () => {
    const form = sendForm([chosen(filler(30 * MB))]);
    form.headers.set('content-length', String(30 * MB + 300));
    const put = async () => {
      throw new Error('it was stored');
    };
    const received = await receiveUpload(form, { store: { ...store, put }, ...limit });
    expect(received).toEqual({ ok: false, why: 'too_big', name: null, fields: {}, typed: null });
    expect(form.sent()).toBeGreaterThan(30 * MB);
  });
});
