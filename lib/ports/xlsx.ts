import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Rows of one sheet, the headings included. */
const MOST_ROWS = 1_048_576;
const CUT = ['There are more rows than a sheet holds. Export them as CSV'];

const PARTS: Record<string, string> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${DOCUMENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${DOCUMENT}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Text as XML holds it, and so that a spreadsheet takes no part of it for a character's number. */
const escaped = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replace(/[&<>]/g, (mark) => ENTITIES[mark] ?? mark)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

type Cells = readonly (string | number)[];

/** A number is one, to count on; everything else is text: nothing that somebody typed is ever a formula. */
function cellXml(cell: string | number): string {
  if (cell === '') return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

const rowXml = (cells: Cells): string => `<row>${cells.map(cellXml).join('')}</row>`;

async function* sheetXml(rows: AsyncIterable<Cells>): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`;
  let [count, piece] = [0, ''];
  for await (const cells of rows) {
    count += 1;
    piece += rowXml(count === MOST_ROWS ? CUT : cells);
    if (count === MOST_ROWS) break;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData></worksheet>`;
}

/** Rows of text and numbers as a spreadsheet of one sheet, packed as they come and no faster than they are taken. */
export function xlsxStream(rows: AsyncIterable<Cells>): Readable {
  const zip = new ZipFile();
  const sheet = Readable.from(sheetXml(rows), { objectMode: false });
  const output = zip.outputStream as Readable;
  for (const [path, xml] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(HEAD + xml), path);
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  const fail = (error: Error) => output.destroy(error);
  sheet.on('error', fail);
  zip.on('error', fail);
  // Whoever asked went away.
  output.on('close', () => sheet.destroy());
  return output;
}
