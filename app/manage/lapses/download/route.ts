import type { NextRequest } from 'next/server';
import { downloadTable } from '@/app/manage/download-table';
import { readLapseView } from '@/lib/domain/lapse-view';
import { LAPSE_ACTIONS, LAPSE_CAUSES } from '@/lib/domain/lapses';
import { paths } from '@/lib/paths';
import {
  countLapses,
  exportLapses,
  type LapseRow,
  listLapses,
} from '@/lib/queries/figures/list-lapses';

const COLUMNS = [
  ...['Last day', 'Supplier', 'ODS code', 'Product', 'Application', 'Why', 'What to do'],
];

const cellsOf = ({ until, supplier, odsCode, product, reference, cause }: LapseRow) => [
  ...[until, supplier, odsCode ?? '', product, reference],
  ...[LAPSE_CAUSES[cause ?? 'nothing'].phrase, LAPSE_ACTIONS[cause ?? 'nothing']],
];

async function* cells(pages: AsyncIterable<LapseRow[]>) {
  for await (const rows of pages) yield rows.map(cellsOf);
}

/**
 * The approvals that lapse as a file to take away: the page's own where it shows whom to ask next, so
 * that they can be written to; the whole list with `whole=yes` and of a month or of those that lapsed.
 */
export function GET(request: NextRequest): Promise<Response> {
  return downloadTable(request, paths.lapses, async (actor, query) => {
    const { which, most, after, problems } = readLapseView(query);
    if (problems.length > 0) return null;
    const table = { table: 'approvals-that-lapse', span: null, columns: COLUMNS };
    if (which === 'next' && query.whole !== 'yes') {
      const list = await listLapses(actor, which, { after, most });
      return list && { ...table, rows: list.rows.map(cellsOf) };
    }
    const count = await countLapses(actor, which);
    return count === null ? null : { ...table, count, rows: cells(exportLapses(actor, which)) };
  });
}
