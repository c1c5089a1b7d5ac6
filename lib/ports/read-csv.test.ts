import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { CsvBroken, type CsvLine } from './csv-records';
import { readCsv } from './read-csv';

async function read(content: string | Buffer, piece = 7): Promise<CsvLine[]> {
  const bytes = Buffer.from(content as string);
  const open = async () => {
    const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, n) =>
      bytes.subarray(n * piece, (n + 1) * piece),
    );
    return Readable.from(pieces);
  };
  const lines: CsvLine[] = [];
  for await (const line of readCsv(open)) lines.push(line);
  return lines;
}
const cellsOf = async (content: string | Buffer) => (await read(content)).map(({ cells }) => cells);

test('rows keep the line on which they begin', async () => {
  expect(await read('\ufeffCode,Name\r\nA,"x, ""y"""\r\nB,"two\r\nlines"\r\n\r\nC,z')).toEqual([
    { line: 1, cells: ['Code', 'Name'] },
    { line: 2, cells: ['A', 'x, "y"'] },
    { line: 3, cells: ['B', 'two\nlines'] },
    { line: 6, cells: ['C', 'z'] },
  ]);
});

test.each([
  ['UTF-8', Buffer.from('naïve – £5 ✓,O’Neil')],
  ['Windows-1252', Buffer.from('na\xefve \x96 \xa35 ,O\x92Neil', 'latin1')],
])('%s is read as what it is, also when a character is cut in two', async (encoding, bytes) => {
  const [cells] = await cellsOf(bytes);
  expect(cells).toEqual([encoding === 'UTF-8' ? 'naïve – £5 ✓' : 'naïve – £5 ', 'O’Neil']);
});

test('line ends may be mixed, marks may stand within a cell, rows may be uneven', async () => {
  expect(await cellsOf('a,b\r\nc,"d" e\nf 5" g\rh,i,j\n')).toEqual([
    ['a', 'b'],
    ['c', '"d" e'],
    ['f 5" g'],
    ['h', 'i', 'j'],
  ]);
  expect(await read('')).toEqual([]);
});

test('a row is the same however the file comes in pieces, also where a mark is the last of one', async () => {
  const content = 'a,"b ""c"" d",e\n"",x"y,"two\n\nlines"\n\n,,\n"1,2" 3,"end"';
  const rows = [
    { line: 1, cells: ['a', 'b "c" d', 'e'] },
    { line: 2, cells: ['', 'x"y', 'two\n\nlines'] },
    { line: 6, cells: ['', '', ''] },
    { line: 7, cells: ['"1,2" 3', 'end'] },
  ];
  const long = 'z'.repeat(65_530);
  for (let more = 0; more < content.length; more += 1)
    expect(await read(`${long}${'z'.repeat(more)}\n${content}`, 65_536)).toEqual([
      { line: 1, cells: [long + 'z'.repeat(more)] },
      ...rows.map(({ line, cells }) => ({ line: line + 1, cells })),
    ]);
  expect(await read(content, 1)).toEqual(rows);
});

test('what was copied from a spreadsheet has tabs, and commas within its cells', async () => {
  expect(await cellsOf('Code\tName\r\nA\t"x\t""y"", z"\nB\tc,d')).toEqual([
    ['Code', 'Name'],
    ['A', 'x\t"y", z'],
    ['B', 'c,d'],
  ]);
  expect(await cellsOf('Code,Name\nA\tB,c')).toEqual([
    ['Code', 'Name'],
    ['A\tB', 'c'],
  ]);
});

test('what a spreadsheet writes where a comma is the decimal point has semicolons', async () => {
  const content =
    '"Code";"Name, as published, in full";Status\r\nA;"x; ""y"", z";1,5\r\nB;c,d;e\r\n';
  expect(await cellsOf(content)).toEqual([
    ['Code', 'Name, as published, in full', 'Status'],
    ['A', 'x; "y", z', '1,5'],
    ['B', 'c,d', 'e'],
  ]);
  expect(await cellsOf('Code,Name; short\nA,B;c')).toEqual([
    ['Code', 'Name; short'],
    ['A', 'B;c'],
  ]);
});

test('marks, commas and line ends within the headings do not count', async () => {
  expect(await cellsOf('"Code\n(ODS), ""upper"", case"\tName, short\nA\tb')).toEqual([
    ['Code\n(ODS), "upper", case', 'Name, short'],
    ['A', 'b'],
  ]);
  expect(await cellsOf('5" pipe;a "b, c, d" e;f;g\n1;2;3;4')).toEqual([
    ['5" pipe', 'a "b, c, d" e', 'f', 'g'],
    ['1', '2', '3', '4'],
  ]);
  expect(await cellsOf('ods_code\nA1')).toEqual([['ods_code'], ['A1']]);
});

test('a mark that is never closed is no row, however long the rest, and says where it stands', async () => {
  const seen: string[][] = [];
  const broken = (rest: string) => async () => {
    const open = async () => Readable.from([Buffer.from(`a,b\nc,d\ne,"f\n${rest}`)]);
    for await (const { cells } of readCsv(open)) seen.push(cells);
  };
  await expect(broken('g,h\n')()).rejects.toThrow(new CsvBroken(3).message);
  await expect(broken('g,h\n'.repeat(100_000))()).rejects.toThrow(new CsvBroken(3).message);
  expect(seen).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('a file that breaks off while it is read is a surprise, not a short file', async () => {
  let opened = 0;
  const open = async () => {
    opened += 1;
    const breaks = opened > 1;
    return Readable.from(
      (async function* () {
        yield Buffer.from('a,b\nc,d\n');
        if (breaks) throw new Error('the store went away');
      })(),
    );
  };
  const reading = async () => {
    for await (const _ of readCsv(open));
  };
  await expect(reading()).rejects.toThrow('the store went away');
});
