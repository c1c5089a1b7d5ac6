import type { NextRequest } from 'next/server';
import { csvHeaders } from '@/app/download-headers';
import { textStream } from '@/app/text-stream';
import { currentSession } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import type { CsvLine } from '@/lib/ports/csv-records';
import { readCsv } from '@/lib/ports/read-csv';
import { fileStore } from '@/lib/ports/store';
import { getRefusedFile, listRefusals } from '@/lib/queries/imports/get-import';
import { refusedLines } from './refused-lines';

type Context = RouteContext<'/apply/euos/import/[id]/refused'>;

const leadTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/** Whether the file can be read; without it the lines and reasons are still worth having. */
async function isThere(key: string): Promise<boolean> {
  try {
    (await fileStore().get(key)).destroy();
    return true;
  } catch {
    return false;
  }
}
async function* nothing(): AsyncGenerator<CsvLine> {}

/** The rows of an import that were refused, with every reason beside them, as CSV. */
export async function GET(_request: NextRequest, context: Context): Promise<Response> {
  const { id } = await context.params;
  const session = await currentSession();
  if (!session) return leadTo(`${paths.signIn}?return=${encodeURIComponent(paths.euoImport(id))}`);
  const { actor } = session;
  const file = await getRefusedFile(actor, id);
  if (!file) return leadTo(paths.notFound);
  const lines = (await isThere(file.storageKey))
    ? readCsv(() => fileStore().get(file.storageKey))
    : nothing();
  return new Response(textStream(refusedLines(listRefusals(actor, id), lines)), {
    headers: csvHeaders(`refused-${file.fileName.replace(/\.csv$/i, '')}.csv`),
  });
}
