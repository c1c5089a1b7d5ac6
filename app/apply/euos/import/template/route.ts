import type { NextRequest } from 'next/server';
import { csvHeaders } from '@/app/download-headers';
import { currentSession } from '@/lib/auth/session';
import { csvLine } from '@/lib/domain/csv';
import { EUO_COLUMNS } from '@/lib/domain/euo-columns';
import { can } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';

/** The headings of an import, and no rows. */
export async function GET(_request: NextRequest): Promise<Response> {
  const session = await currentSession();
  const leadTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });
  if (!session) return leadTo(`${paths.signIn}?return=${encodeURIComponent(paths.euoImports)}`);
  if (!can(session.actor, 'onboarding:edit')) return leadTo(paths.notFound);
  return new Response(csvLine(EUO_COLUMNS), {
    headers: csvHeaders('end-user-organisations.csv'),
  });
}
