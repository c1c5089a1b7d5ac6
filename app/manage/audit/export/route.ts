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
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/domain/euo-export';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { exportAudit } from '@/lib/queries/audit/search-audit';

type Asked = { actor: PersonActor; view: AuditView; format: ExportFormat };

const leadTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/** The rows with their headings; how many were given is noted, also where somebody broke off. */
async function* exportedRows({ actor, view, format }: Asked): AsyncGenerator<string[]> {
  let rows = 0;
  try {
    yield [...AUDIT_COLUMNS];
    for await (const some of exportAudit(actor, view)) {
      for (const row of some) {
        rows += 1;
        yield auditCells(row);
      }
    }
  } finally {
    await recordAuditExport(actor, { format, filter: auditQuery(view.typed), rows });
  }
}

/** What the search finds with its filters, all of it, as a file to take away. */
export async function GET(request: NextRequest): Promise<Response> {
  const session = await currentSession();
  if (!session) return leadTo(`${paths.signIn}?return=${encodeURIComponent(paths.audit)}`);
  const { actor } = session;
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const format = EXPORT_FORMATS.find((each) => each === query.format);
  if (!can(actor, 'audit:search') || !format) return leadTo(paths.notFound);
  const today = londonDate(now());
  const view = readAuditView(query, today);
  // The page says what cannot be meant.
  if (view.problems.length > 0) return leadTo(`${paths.audit}?${auditQuery(view.typed)}`);
  return rowsFile(`audit-${today}`, format, exportedRows({ actor, view, format }));
}
