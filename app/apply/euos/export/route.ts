import type { NextRequest } from 'next/server';
import { rowsFile } from '@/app/rows-file';
import { currentSession } from '@/lib/auth/session';
import { recordExport } from '@/lib/commands/onboardings/record-export';
import { londonDate } from '@/lib/domain/clock';
import { EXPORT_COLUMNS, EXPORT_FORMATS, exportCells } from '@/lib/domain/euo-export';
import {
  type OnboardingFilter,
  onboardingQuery,
  readOnboardingFilter,
} from '@/lib/domain/onboarding-filter';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { expectValue } from '@/lib/domain/result';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { exportOnboardings } from '@/lib/queries/onboardings/export-onboardings';

const leadTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });

async function* exportedRows(actor: PersonActor, filter: OnboardingFilter) {
  yield [...EXPORT_COLUMNS];
  for await (const some of exportOnboardings(actor, filter))
    for (const row of some) yield exportCells(row);
}

/**
 * What the list shows with its filters, all of it, as a file to take away. It is noted before any of
 * it is sent, so that it is known of also where the portal ends before the last row.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const session = await currentSession();
  if (!session) return leadTo(`${paths.signIn}?return=${encodeURIComponent(paths.euos)}`);
  const { actor } = session;
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const format = EXPORT_FORMATS.find((each) => each === query.format);
  if (!can(actor, 'onboarding:view') || !format) return leadTo(paths.notFound);
  const filter = readOnboardingFilter(query);
  expectValue(await recordExport(actor, { format, filter: onboardingQuery(filter) }));
  const name = `end-user-organisations-${londonDate(now())}`;
  return rowsFile(name, format, exportedRows(actor, filter));
}
