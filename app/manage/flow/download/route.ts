import type { NextRequest } from 'next/server';
import { downloadTable } from '@/app/manage/download-table';
import { londonDate } from '@/lib/domain/clock';
import { readDashboardFilters } from '@/lib/domain/dashboard-filters';
import { flowTable } from '@/lib/domain/figure-tables';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { getFlow } from '@/lib/queries/figures/get-flow';

/** How applications came and went, as it is filtered, as a file to take away. */
export function GET(request: NextRequest): Promise<Response> {
  return downloadTable(request, paths.manageFlow, async (actor, query) => {
    const { filters, problems } = readDashboardFilters(query, londonDate(now()));
    if (problems.length > 0) return null;
    const view = await getFlow(actor, filters);
    return view && view.unknown.length === 0 ? flowTable(filters, view.periods) : null;
  });
}
