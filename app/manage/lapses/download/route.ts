import type { NextRequest } from 'next/server';
import { downloadTable } from '@/app/manage/download-table';
import { readLapseView } from '@/lib/domain/lapse-view';
import { LAPSE_ACTIONS, LAPSE_CAUSES } from '@/lib/domain/lapses';
import { paths } from '@/lib/paths';
import { listLapses } from '@/lib/queries/figures/list-lapses';

const MOST_ROWS = 5_000;

/** The approvals that the page lists as a file to take away: of the next, as many as it asks; else all. */
export function GET(request: NextRequest): Promise<Response> {
  return downloadTable(request, paths.lapses, async (actor, query) => {
    const { which, most, problems } = readLapseView(query);
    if (problems.length > 0) return null;
    const list = await listLapses(actor, which, { most: which === 'next' ? most : MOST_ROWS });
    return (
      list && {
        ...{ table: 'approvals-that-lapse', span: null },
        columns: [
          'Last day',
          'Supplier',
          'ODS code',
          'Product',
          'Application',
          'Why',
          'What to do',
        ],
        rows: list.rows.map(({ until, supplier, odsCode, product, reference, cause }) => [
          ...[until, supplier, odsCode ?? '', product, reference],
          ...[LAPSE_CAUSES[cause ?? 'nothing'].phrase, LAPSE_ACTIONS[cause ?? 'nothing']],
        ]),
      }
    );
  });
}
