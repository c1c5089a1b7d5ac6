import { Readable } from 'node:stream';
import { csvLine } from '@/lib/domain/csv';
import type { ExportFormat } from '@/lib/domain/euo-export';
import { kindOfName } from '@/lib/domain/evidence';
import { xlsxStream } from '@/lib/ports/xlsx';
import { csvHeaders, disposition, FILE_HEADERS } from './download-headers';
import { textStream } from './text-stream';

type Rows = AsyncIterable<readonly (string | number)[]>;

async function* csvText(rows: Rows): AsyncGenerator<string> {
  // So that a spreadsheet reads it as UTF-8.
  yield '\ufeff';
  for await (const cells of rows) yield csvLine(cells.map(String));
}

/** Rows of text and numbers, the headings first, as a file to take away, sent as they are read. */
export function rowsFile(file: string, format: ExportFormat, rows: Rows) {
  const name = `${file}.${format}`;
  if (format === 'csv')
    return new Response(textStream(csvText(rows)), { headers: csvHeaders(name) });
  return new Response(Readable.toWeb(xlsxStream(rows)) as ReadableStream, {
    headers: {
      'content-type': kindOfName(name)?.mediaType ?? '',
      'content-disposition': disposition('attachment', name),
      ...FILE_HEADERS,
    },
  });
}
