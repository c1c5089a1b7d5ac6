import type { NextRequest } from 'next/server';
import { downloadTable } from '@/app/manage/download-table';
import { TODAY_FIGURES } from '@/components/queue/today-figures';
import { STATUS_IDS, STATUSES } from '@/lib/domain/application';
import { formatCapped } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getOverviewCounts } from '@/lib/queries/manage/get-overview';

/** The numbers of now as a file to take away, as far as the page counts them. */
export function GET(request: NextRequest): Promise<Response> {
  return downloadTable(request, paths.manage, async (actor) => {
    const counts = await getOverviewCounts(actor);
    if (!counts) return null;
    const statuses = STATUS_IDS.map((id) => ({ id, label: STATUSES[id].label }));
    return {
      ...{ table: 'applications-now', span: null, columns: ['What', 'Applications'] },
      rows: [...TODAY_FIGURES, ...statuses].map(({ id, label }) => [
        label,
        formatCapped(counts[id]).replace(/,/g, ''),
      ]),
    };
  });
}
