import type { NextRequest } from 'next/server';
import { downloadTable } from '@/app/manage/download-table';
import { SUPPLIER_FIGURE_IDS, SUPPLIER_FIGURES } from '@/lib/domain/supplier-list';
import { readSupplierView } from '@/lib/domain/supplier-view';
import { paths } from '@/lib/paths';
import {
  countSuppliers,
  exportSuppliers,
  type SupplierRow,
} from '@/lib/queries/suppliers/list-suppliers';

async function* cells(pages: AsyncIterable<SupplierRow[]>) {
  for await (const rows of pages)
    yield rows.map(({ name, odsCode, figures }) => [
      ...[name, odsCode ?? '', ...SUPPLIER_FIGURE_IDS.map((id) => figures[id])],
    ]);
}

/** The suppliers that the page lists, all of them in its order, as a file to take away. */
export function GET(request: NextRequest): Promise<Response> {
  return downloadTable(request, paths.manageEuos, async (actor, query) => {
    const { text, having, problems } = readSupplierView(query);
    if (problems.length > 0) return null;
    const asked = { text, having, order: 'worst' } as const;
    const count = await countSuppliers(actor, asked);
    if (count === null) return null;
    return {
      ...{ table: 'end-user-organisations-by-supplier', span: null, count },
      columns: [
        ...['Supplier', 'ODS code'],
        ...SUPPLIER_FIGURE_IDS.map((id) => SUPPLIER_FIGURES[id].label),
      ],
      rows: cells(exportSuppliers(actor, asked)),
    };
  });
}
