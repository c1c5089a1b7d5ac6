import type { NextRequest } from 'next/server';
import { downloadTable } from '@/app/manage/download-table';
import { lapseTable } from '@/lib/domain/lapse-table';
import { paths } from '@/lib/paths';
import { getLapses } from '@/lib/queries/figures/get-lapses';

/** The months ahead with how many approvals end in each, and what that costs, as a file to take away. */
export function GET(request: NextRequest): Promise<Response> {
  return downloadTable(request, paths.lapses, async (actor) => {
    const lapses = await getLapses(actor, 'next', { after: null, most: 1 });
    return lapses && lapseTable(lapses.counts, lapses.today, lapses.pace);
  });
}
