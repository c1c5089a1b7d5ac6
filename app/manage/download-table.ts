import type { NextRequest } from 'next/server';
import { rowsFile } from '@/app/rows-file';
import { currentSession } from '@/lib/auth/session';
import { recordTableExport } from '@/lib/commands/manage/record-table-export';
import { londonDate } from '@/lib/domain/clock';
import { EXPORT_FORMATS } from '@/lib/domain/euo-export';
import { can, type PersonActor } from '@/lib/domain/permissions';
import {
  type LongTable,
  rowsIn,
  type TableFile,
  tableFileName,
  tableRows,
} from '@/lib/domain/table-file';
import { type Path, paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';

type Query = Record<string, string>;
/** Reads a table as its page would show it; null where the page has to say what is wrong first. */
type ReadTable = (actor: PersonActor, query: Query) => Promise<TableFile | LongTable | null>;

const leadTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/**
 * Answers a request for one of the managers' tables as a CSV or XLSX file, which is noted in the
 * reader's history before any of it is sent; a long one is read while it is. `page` is the page that
 * shows the table.
 */
export async function downloadTable(
  request: NextRequest,
  page: Path,
  readTable: ReadTable,
): Promise<Response> {
  const session = await currentSession();
  if (!session) return leadTo(`${paths.signIn}?return=${encodeURIComponent(page)}`);
  const { actor } = session;
  const { format: asked, ...query }: Query = Object.fromEntries(request.nextUrl.searchParams);
  const format = EXPORT_FORMATS.find((known) => known === asked);
  if (!can(actor, 'figures:view') || !format) return leadTo(paths.notFound);
  const filter = new URLSearchParams(query).toString();
  const table = await readTable(actor, query);
  if (!table) return leadTo(filter ? `${page}?${filter}` : page);
  const event = { table: table.table, format, filter, rows: rowsIn(table) };
  const noted = await recordTableExport(actor, event);
  // A filter longer than any that a page makes.
  if (!noted.ok) return leadTo(page);
  return rowsFile(tableFileName(table, londonDate(now())), format, tableRows(table));
}
