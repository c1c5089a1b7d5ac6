import type { NextRequest } from 'next/server';
import { downloadTable } from '@/app/manage/download-table';
import { TODAY_FIGURES } from '@/components/queue/today-figures';
import { STATUS_IDS, STATUSES } from '@/lib/domain/application';
import { COUNT_CAP } from '@/lib/domain/queue';
import { formatCapped } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getOverviewCounts } from '@/lib/queries/manage/get-overview';

/** A number as far as it is counted: past that, '1000+'. */
const counted = (count: number) =>
  count > COUNT_CAP ? formatCapped(count).replace(/,/g, '') : count;

/** The numbers of now as a file to take away, as far as the page counts them. */
export function GET(request: NextRequest): Promise<Response> {
  return downloadTable(request, paths.manage, async (actor) => {
    const counts = await getOverviewCounts(actor);
    if (!counts) return null;
    return {
      ...{ table: 'applications-now', span: null, columns: ['Group', 'What', 'Applications'] },
      rows: [
        ...TODAY_FIGURES.map(({ id, label }) => ['Today', label, counted(counts[id])]),
        ...STATUS_IDS.map((id) => ['By status', STATUSES[id].label, counted(counts[id])]),
      ],
    };
  });
}
