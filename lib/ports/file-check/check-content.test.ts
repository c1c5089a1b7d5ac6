import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOCX_TYPE, makeOffice, makeZip, XLSX_TYPE } from '@/lib/testing/zip';
import { checkContent } from './check-content';

const MB = 1024 * 1024;
const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`;
const held = (content: Buffer | string) => ({ get: async () => Readable.from([content]) });
const check = (name: string, content: Buffer | string) => checkContent(held(content), 'key', name);

const before = process.env.TMPDIR;
const folder = mkdtempSync(join(tmpdir(), 'check-test-'));
beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
});
afterAll(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  const left = readdirSync(folder);
  rmSync(folder, { recursive: true });
  expect(left).toEqual([]);
});

const PDF =
  '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n';

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(4))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from('ffc0001108000000000301220002110103110100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const start = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
  return Buffer.concat([start, frame.subarray(0, 19), Buffer.from('ffda0002ffd9', 'hex')]);
}
const EXE = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(500)]);
const sheet = (more: Parameters<typeof makeOffice>[1] = []) =>
  makeOffice(XLSX_TYPE, more, 'xl/workbook.xml');

describe('taken', () => {
  test.each<[string, Buffer | string, string]>([
    ['a.pdf', PDF, 'application/pdf'],
    ['a.png', png(2, 2), 'image/png'],
    ['a.jpg', jpeg(4000, 3000), 'image/jpeg'],
    ['a.JPEG', jpeg(1, 1), 'image/jpeg'],
    [
      'a.docx',
      makeOffice(DOCX_TYPE),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a.xlsx', sheet(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.csv', 'name,value\r\nnaïve,1\r\n', 'text/csv'],
    ['bom.csv', '\ufeffname;value\n', 'text/csv'],
    ['windows.csv', Buffer.from('price \x80 5 \x96 na\xefve\r\n', 'latin1'), 'text/csv'],
    ['split.txt', `${'x'.repeat(65_535)}🦊 across two pieces`, 'text/plain'],
    [
      'begins-like-another.txt',
      'MZ and BM are the letters with which this text begins.',
      'text/plain',
    ],
    ['eicar.txt', EICAR, 'text/plain'],
    [
      'an-archive-within.docx',
      makeOffice(DOCX_TYPE, [
        { name: 'word/embeddings/a.zip', content: makeZip([{ name: 'b', content: 'c' }]) },
      ]),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
  ])('%s', async (name, content, mediaType) => {
    expect(await check(name, content)).toEqual({ ok: true, mediaType });
  });
});

describe('refused', () => {
  test.each<[string, string, Buffer | string, string]>([
    ['0 bytes', 'a.txt', '', 'empty'],
    ['0 bytes of a document', 'a.docx', '', 'empty'],
    ['20 MB and 1', 'a.txt', Buffer.alloc(20 * MB + 1, 'x'), 'too_big'],
    ['another kind', 'a.exe', EXE, 'wrong_kind'],
    ['a program as PDF', 'a.pdf', EXE, 'wrong_content'],
    ['a program as text', 'a.txt', EXE, 'not_text'],
    ['a program as document', 'a.docx', EXE, 'wrong_content'],
    ['a PDF that is none', 'a.pdf', 'This is only called a PDF. %%EOF', 'wrong_content'],
    ['a PDF without its end', 'a.pdf', PDF.slice(0, 40), 'broken'],
    ['a PDF as text', 'a.txt', PDF, 'wrong_content'],
    ['rich text as text', 'a.txt', '{\\rtf1\\ansi hello}', 'wrong_content'],
    ['a PNG as JPEG', 'a.jpg', png(2, 2), 'wrong_content'],
    ['a JPEG as PNG', 'a.png', jpeg(2, 2), 'wrong_content'],
    ['a page as PNG', 'a.png', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'wrong_content'],
    ['a PNG cut off', 'a.png', png(2, 2).subarray(0, 50), 'broken'],
    ['a JPEG cut off', 'a.jpg', jpeg(2, 2).subarray(0, 24), 'broken'],
    ['a PNG of 3.6 thousand million pixels', 'a.png', png(60_000, 60_000), 'too_much_inside'],
    ['a JPEG of as many', 'a.jpg', jpeg(60_000, 60_000), 'too_much_inside'],
    ['UTF-16', 'a.csv', Buffer.from('\ufeffname,value\r\n', 'utf16le'), 'not_text'],
    ['a NUL late in a text', 'a.txt', `${'x'.repeat(200_000)}\0`, 'not_text'],
    ['neither encoding', 'a.txt', Buffer.from('caf\xe9 \x81', 'latin1'), 'not_text'],
  ])('%s', async (_what, name, content, why) => {
    expect(await check(name, content)).toEqual({ ok: false, why });
  });
});

const VBA = { name: 'word/vbaProject.bin', content: 'macro' };
const MACRO_MAIN = 'application/vnd.ms-word.document.macroEnabled.main+xml';
const zeros = deflateRawSync(Buffer.alloc(150 * MB));

describe('refused as a document', () => {
  test.each<[string, string, Buffer, string]>([
    ['a plain archive', 'a.docx', makeZip([{ name: 'a.txt', content: 'b' }]), 'wrong_content'],
    ['a workbook as document', 'a.docx', sheet(), 'wrong_content'],
    ['a document as workbook', 'a.xlsx', makeOffice(DOCX_TYPE), 'wrong_content'],
    [
      'a template',
      'a.docx',
      makeOffice(DOCX_TYPE.replace('document.main', 'template.main')),
      'wrong_content',
    ],
    [
      'a main part that is not there',
      'a.docx',
      makeZip([
        {
          name: '[Content_Types].xml',
          content: `<Types><Override PartName="/a.xml" ContentType="${DOCX_TYPE}"/></Types>`,
        },
      ]),
      'wrong_content',
    ],
    ['macros', 'a.docx', makeOffice(DOCX_TYPE, [VBA]), 'macros'],
    [
      'macros in capitals',
      'a.docx',
      makeOffice(DOCX_TYPE, [{ ...VBA, name: 'Word/VBAPROJECT.BIN' }]),
      'macros',
    ],
    ['macros by their type', 'a.docx', makeOffice(MACRO_MAIN), 'macros'],
    ['sheets of old macros', 'a.xlsx', sheet([{ name: 'xl/macrosheets/sheet1.xml' }]), 'macros'],
    [
      'a password, the new way',
      'a.docx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'locked',
    ],
    [
      'a password on a part',
      'a.docx',
      makeOffice(DOCX_TYPE, [{ name: 'b', content: 'c', isEncrypted: true }]),
      'locked',
    ],
    ['no end', 'a.docx', makeOffice(DOCX_TYPE).subarray(0, -30), 'broken'],
    [
      'a name that leads out',
      'a.docx',
      makeOffice(DOCX_TYPE, [{ name: '../../etc/cron', content: 'x' }]),
      'broken',
    ],
    [
      'one name twice',
      'a.docx',
      makeOffice(DOCX_TYPE, [{ name: 'WORD/document.xml', content: 'x' }]),
      'broken',
    ],
    [
      '150 MB of zeros',
      'a.docx',
      makeOffice(DOCX_TYPE, [{ name: 'b', packed: zeros, claims: 150 * MB }]),
      'too_much_inside',
    ],
    [
      'two of them',
      'a.docx',
      makeOffice(
        DOCX_TYPE,
        ['b', 'c'].map((name) => ({ name, packed: zeros, claims: 150 * MB })),
      ),
      'too_much_inside',
    ],
    [
      'a bomb that says it is small',
      'a.docx',
      makeOffice(DOCX_TYPE, [{ name: 'b', packed: zeros, claims: 10 }]),
      'broken',
    ],
    [
      'a part that does not unpack',
      'a.docx',
      makeOffice(DOCX_TYPE, [{ name: 'b', packed: Buffer.from('nonsense'), claims: 10 }]),
      'broken',
    ],
    [
      '5,001 parts',
      'a.docx',
      makeZip(Array.from({ length: 5_001 }, (_, index) => ({ name: `${index}` }))),
      'too_much_inside',
    ],
    [
      'a table of contents past 1 MB',
      'a.docx',
      makeZip([{ name: '[Content_Types].xml', content: Buffer.alloc(MB + 1) }]),
      'too_much_inside',
    ],
  ])('%s', async (_what, name, content, why) => {
    expect(await check(name, content)).toEqual({ ok: false, why });
  });

  test('a large workbook that packs well, within the limits, is none of these', async () => {
    const rows = Buffer.from('<row><c><v>12345</v></c></row>'.repeat(100_000));
    const random = Buffer.from(Array.from({ length: MB / 8 }, () => Math.random() * 256));
    const parts = [
      { name: 'xl/worksheets/sheet1.xml', content: rows },
      { name: 'xl/media/a.png', content: random },
    ];
    expect(await check('a.xlsx', sheet(parts))).toMatchObject({ ok: true });
  });
});

test('a check that takes too long is ended, and those who wait come next', async () => {
  const slow = Array.from({ length: 4 }, () => checkContent(held(PDF), 'key', 'a.pdf', 1));
  const quick = check('a.pdf', PDF);
  for (const answer of await Promise.all(slow))
    expect(answer).toEqual({ ok: false, why: 'too_slow' });
  expect(await quick).toMatchObject({ ok: true });
});

test('a store that is away is an error, not a verdict on the file', async () => {
  const away = { get: () => Promise.reject(new Error('away')) };
  await expect(checkContent(away, 'key', 'a.pdf')).rejects.toThrow('away');
});
