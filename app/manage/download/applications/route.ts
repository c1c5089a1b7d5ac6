import type { NextRequest } from 'next/server';
import { downloadTable } from '@/app/manage/download-table';
import { STATUSES } from '@/lib/domain/application';
import { readQueueView } from '@/lib/domain/queue';
import { formatWorkingDays } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { CaseRow } from '@/lib/queries/assess/list-cases';
import { countApplications, exportApplications } from '@/lib/queries/manage/export-applications';

const COLUMNS = [
  ...['Application', 'Product', 'Supplier', 'Round', 'Status', 'Due', 'Time left', 'Assessor'],
];

async function* cells(pages: AsyncIterable<CaseRow[]>) {
  for await (const rows of pages)
    yield rows.map(({ reference, product, supplier, round, status, assignee, ...row }) => [
      ...[reference, product, supplier, round, STATUSES[status].label, row.dueOn],
      row.workingDaysLeft === null ? null : formatWorkingDays(row.workingDaysLeft),
      assignee?.name ?? null,
    ]);
}

/** The applications that the overview lists as it is filtered, all of them, as a file to take away. */
export function GET(request: NextRequest): Promise<Response> {
  return downloadTable(request, paths.manage, async (actor, query) => {
    const view = readQueueView({ ...query, page: '' }, 'confirm');
    const count = await countApplications(actor, view);
    if (count === null) return null;
    return {
      ...{ table: `applications-${view.tab}`, span: null, columns: COLUMNS, count },
      rows: cells(exportApplications(actor, view)),
    };
  });
}
