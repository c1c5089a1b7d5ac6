import type { NextRequest } from 'next/server';
import { downloadTable } from '@/app/manage/download-table';
import { WORKLOAD_AGE_IDS, WORKLOAD_AGES } from '@/lib/domain/workload';
import { paths } from '@/lib/paths';
import { getWorkloads } from '@/lib/queries/manage/get-workloads';

const COLUMNS = [
  ...['Assessor', 'Absent until', 'Open', ...WORKLOAD_AGE_IDS.map((id) => WORKLOAD_AGES[id].label)],
  ...['With a second person', 'With the supplier', 'Decided in 30 days'],
];

/** What each assessor has, and what nobody has, as a file to take away. */
export function GET(request: NextRequest): Promise<Response> {
  return downloadTable(request, paths.manageWho, async (actor) => {
    const found = await getWorkloads(actor);
    if (!found) return null;
    const { people, nobodys } = found;
    const all = [...people, { ...nobodys, name: 'Nobody', absentUntil: null, decided: 0 }];
    return {
      ...{ table: 'who-has-what', span: null, columns: COLUMNS },
      rows: all.map((row) => [
        ...[row.name, row.absentUntil, row.open, ...WORKLOAD_AGE_IDS.map((id) => row[id])],
        ...[row.confirm, row.supplier, row.decided],
      ]),
    };
  });
}
