import type { NextRequest } from 'next/server';
import { rowsFile } from '@/app/rows-file';
import { currentSession } from '@/lib/auth/session';
import { recordAuditExport } from '@/lib/commands/manage/record-audit';
import { auditCells } from '@/lib/domain/audit-row';
import {
  AUDIT_COLUMNS,
  type AuditView,
  auditQuery,
  readAuditView,
} from '@/lib/domain/audit-search';
import { londonDate } from '@/lib/domain/clock';
import { EXPORT_FORMATS } from '@/lib/domain/euo-export';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { expectValue } from '@/lib/domain/result';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { auditProblems, exportAudit } from '@/lib/queries/audit/search-audit';

const leadTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });

async function* exportedRows(actor: PersonActor, view: AuditView): AsyncGenerator<string[]> {
  yield [...AUDIT_COLUMNS];
  for await (const some of exportAudit(actor, view)) for (const row of some) yield auditCells(row);
}

/**
 * What the search finds with its filters, all of it, as a file to take away. It is noted before any of
 * it is sent, so that it is known of also where the portal ends before the last row.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const session = await currentSession();
  if (!session) return leadTo(`${paths.signIn}?return=${encodeURIComponent(paths.audit)}`);
  const { actor } = session;
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const format = EXPORT_FORMATS.find((each) => each === query.format);
  if (!can(actor, 'audit:search') || !format) return leadTo(paths.notFound);
  const today = londonDate(now());
  const view = readAuditView(query, today);
  const filter = auditQuery(view.typed);
  // The page says what cannot be meant and whom nobody knows.
  const problems = await auditProblems(actor, view);
  if (problems?.length !== 0) return leadTo(`${paths.audit}?${filter}`);
  expectValue(await recordAuditExport(actor, { format, filter }));
  return rowsFile(`audit-${today}`, format, exportedRows(actor, view));
}
