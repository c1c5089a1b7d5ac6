import { Readable } from 'node:stream';
import type { NextRequest } from 'next/server';
import { csvHeaders, disposition, FILE_HEADERS } from '@/app/download-headers';
import { textStream } from '@/app/text-stream';
import { currentSession } from '@/lib/auth/session';
import { recordExport } from '@/lib/commands/onboardings/record-export';
import { londonDate } from '@/lib/domain/clock';
import { csvLine } from '@/lib/domain/csv';
import {
  EXPORT_COLUMNS,
  EXPORT_FORMATS,
  type ExportFormat,
  exportCells,
} from '@/lib/domain/euo-export';
import { kindOfName } from '@/lib/domain/evidence';
import {
  type OnboardingFilter,
  onboardingQuery,
  readOnboardingFilter,
} from '@/lib/domain/onboarding-filter';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { xlsxStream } from '@/lib/ports/xlsx';
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

async function* csvText(rows: AsyncIterable<string[]>): AsyncGenerator<string> {
  // So that a spreadsheet reads it as UTF-8.
  yield '\ufeff';
  for await (const cells of rows) yield csvLine(cells);
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
  const name = `end-user-organisations-${londonDate(now())}.${format}`;
  if (format === 'csv')
    return new Response(textStream(csvText(rows)), { headers: csvHeaders(name) });
  return new Response(Readable.toWeb(xlsxStream(rows)) as ReadableStream, {
    headers: {
      'content-type': kindOfName(name)?.mediaType ?? '',
      'content-disposition': disposition('attachment', name),
      ...FILE_HEADERS,
    },
  });
}
