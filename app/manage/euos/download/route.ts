import type { NextRequest } from 'next/server';
import { downloadTable } from '@/app/manage/download-table';
import {
  isSupplierFigure,
  SUPPLIER_FIGURE_IDS,
  SUPPLIER_FIGURES,
} from '@/lib/domain/supplier-list';
import { paths } from '@/lib/paths';
import { listSuppliers } from '@/lib/queries/suppliers/list-suppliers';

const MOST_ROWS = 5_000;

/** The suppliers that the page shows, all of them up to a cap, as a file to take away. */
export function GET(request: NextRequest): Promise<Response> {
  return downloadTable(
    request,
    paths.manageEuos,
    async (actor, { text = '', with: wanted = '' }) => {
      const having = isSupplierFigure(wanted) ? wanted : null;
      const list = await listSuppliers(actor, { text, having, order: 'worst' }, MOST_ROWS);
      return (
        list && {
          ...{ table: 'end-user-organisations-by-supplier', span: null },
          columns: [
            ...['Supplier', 'ODS code'],
            ...SUPPLIER_FIGURE_IDS.map((id) => SUPPLIER_FIGURES[id].label),
          ],
          rows: list.rows.map(({ name, odsCode, figures }) => [
            ...[name, odsCode ?? ''],
            ...SUPPLIER_FIGURE_IDS.map((id) => figures[id]),
          ]),
        }
      );
    },
  );
}
