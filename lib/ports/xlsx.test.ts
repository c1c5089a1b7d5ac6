import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { xlsxStream } from './xlsx';

async function* rowsOf(rows: (string | number)[][]) {
  yield* rows;
}
async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
/** The parts of a packed file by their names, from the list at its end. */
function unpacked(bytes: Buffer): Record<string, string> {
  const parts: Record<string, string> = {};
  const list = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006') + 16);
  for (let at = list; bytes.toString('latin1', at, at + 4) === 'PK\u0001\u0002'; ) {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((place) =>
      place === 20 ? bytes.readUInt32LE(at + place) : bytes.readUInt16LE(at + place),
    ) as [number, number, number, number];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    parts[bytes.toString('utf8', at + 46, at + 46 + name)] = inflateRawSync(
      bytes.subarray(from, from + size),
    ).toString();
    at += 46 + name + extra + comment;
  }
  return parts;
}

test('rows become a sheet in which numbers are numbers and everything else is text', async () => {
  const rows = [
    ['ods_code', 'name'],
    ['A1', '=HYPERLINK("x") & <b>'],
    ['', '_x000D_ and \u0007'],
    [7.13, '7.13'],
  ];
  const parts = unpacked(await bytesOf(xlsxStream(rowsOf(rows))));
  expect(Object.keys(parts)).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/worksheets/sheet1.xml',
  ]);
  const cell = (text: string) =>
    `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  expect(parts['xl/worksheets/sheet1.xml']).toContain(
    [
      `<sheetData><row>${cell('ods_code')}${cell('name')}</row>`,
      `<row>${cell('A1')}${cell('=HYPERLINK("x") &amp; &lt;b&gt;')}</row>`,
      `<row><c/>${cell('_x005F_x000D_ and ')}</row>`,
      `<row><c><v>7.13</v></c>${cell('7.13')}</row></sheetData>`,
    ].join(''),
  );
});

test('a reader that goes away ends the rows, and rows that break off break the file', async () => {
  let ended = false;
  const endless = async function* () {
    try {
      for (;;) yield [Math.random().toString().repeat(50)];
    } finally {
      ended = true;
    }
  };
  const stream = xlsxStream(endless());
  let pieces = 0;
  for await (const _ of stream) if (++pieces > 20) break;
  await expect.poll(() => ended).toBe(true);
  const broken = async function* (): AsyncGenerator<string[]> {
    yield ['x'];
    throw new Error('the database went away');
  };
  await expect(bytesOf(xlsxStream(broken()))).rejects.toThrow('the database went away');
});
