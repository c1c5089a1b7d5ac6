import type { NextRequest } from 'next/server';
import { downloadTable } from '@/app/manage/download-table';
import { londonDate } from '@/lib/domain/clock';
import { readDashboardFilters } from '@/lib/domain/dashboard-filters';
import { whyTable } from '@/lib/domain/figure-tables';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { getWhy } from '@/lib/queries/figures/get-why';

/** Why more was asked for, as it is filtered, as a file to take away. */
export function GET(request: NextRequest): Promise<Response> {
  return downloadTable(request, paths.manageWhy, async (actor, query) => {
    const { filters, problems } = readDashboardFilters(query, londonDate(now()));
    if (problems.length > 0) return null;
    const view = await getWhy(actor, filters);
    return view && view.unknown.length === 0 ? whyTable(filters, view) : null;
  });
}
