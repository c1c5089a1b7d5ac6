import type { NextRequest } from 'next/server';
import { downloadTable } from '@/app/manage/download-table';
import { hoursFor } from '@/lib/domain/assessor-pace';
import { ASSURANCE_CAUSES } from '@/lib/domain/assurance';
import { LAPSE_CAUSES, lapseMonths } from '@/lib/domain/lapses';
import { paths } from '@/lib/paths';
import { getLapses } from '@/lib/queries/figures/get-lapses';

/** The months ahead with how many approvals end in each, and what that costs, as a file to take away. */
export function GET(request: NextRequest): Promise<Response> {
  return downloadTable(request, paths.lapses, async (actor) => {
    const lapses = await getLapses(actor, 'next', { after: null, most: 1 });
    return (
      lapses && {
        ...{ table: 'approvals-that-lapse-by-month', span: null },
        columns: [
          ...['Month', 'Approvals'],
          ...ASSURANCE_CAUSES.map((id) => LAPSE_CAUSES[id].label),
          'Assessor hours',
        ],
        rows: lapseMonths(lapses.counts, lapses.today).map(({ startsOn, of, approvals }) => [
          ...[startsOn.slice(0, 7), approvals],
          ...ASSURANCE_CAUSES.map((id) => of[id]),
          hoursFor(lapses.pace, approvals),
        ]),
      }
    );
  });
}
