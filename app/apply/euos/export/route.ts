import type { NextRequest } from 'next/server';
import { rowsFile } from '@/app/rows-file';
import { currentSession } from '@/lib/auth/session';
import { recordExport } from '@/lib/commands/onboardings/record-export';
import { londonDate } from '@/lib/domain/clock';
import {
  EXPORT_COLUMNS,
  EXPORT_FORMATS,
  type ExportFormat,
  exportCells,
} from '@/lib/domain/euo-export';
import {
  type OnboardingFilter,
  onboardingQuery,
  readOnboardingFilter,
} from '@/lib/domain/onboarding-filter';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { exportOnboardings } from '@/lib/queries/onboardings/export-onboardings';

type Asked = { actor: PersonActor; filter: OnboardingFilter; format: ExportFormat };

const leadTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/** The rows with their headings; how many were given is noted, also where somebody broke off. */
async function* exportedRows({ actor, filter, format }: Asked): AsyncGenerator<string[]> {
  let rows = 0;
  try {
    yield [...EXPORT_COLUMNS];
    for await (const some of exportOnboardings(actor, filter)) {
      for (const row of some) {
        rows += 1;
        yield exportCells(row);
      }
    }
  } finally {
    await recordExport(actor, { format, filter: onboardingQuery(filter), rows });
  }
}

/** What the list shows with its filters, all of it, as a file to take away. */
export async function GET(request: NextRequest): Promise<Response> {
  const session = await currentSession();
  if (!session) return leadTo(`${paths.signIn}?return=${encodeURIComponent(paths.euos)}`);
  const { actor } = session;
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const format = EXPORT_FORMATS.find((each) => each === query.format);
  if (!can(actor, 'onboarding:view') || !format) return leadTo(paths.notFound);
  const rows = exportedRows({ actor, format, filter: readOnboardingFilter(query) });
  return rowsFile(`end-user-organisations-${londonDate(now())}`, format, rows);
}
