import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { AuditFilters } from '@/components/audit/audit-filters';
import { AuditTable } from '@/components/audit/audit-table';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { recordAuditSearch } from '@/lib/commands/manage/record-audit';
import { type AuditView, auditQuery, readAuditView } from '@/lib/domain/audit-search';
import { londonDate } from '@/lib/domain/clock';
import type { PersonActor } from '@/lib/domain/permissions';
import { expectValue } from '@/lib/domain/result';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { searchAudit } from '@/lib/queries/audit/search-audit';

const TITLE = 'Audit';

/** Reads, then notes what was looked for, so that nothing is shown of which the history knows nothing. */
async function read(actor: PersonActor, view: AuditView) {
  const found = await searchAudit(actor, view);
  const filter = auditQuery(view.typed, view.after);
  // The plain first page looks for nothing.
  if (found && filter !== '' && found.problems.length === 0)
    expectValue(await recordAuditSearch(actor, { filter }));
  return found;
}

/** Events of everything, for managers: who did what, when, and about what. */
export default async function AuditPage({ searchParams }: PageProps<'/manage/audit'>) {
  const actor = await requireActor('audit:search');
  const view = readAuditView(await searchParams, londonDate(now()));
  const { typed } = view;
  const found = await readPage(() => read(actor, view));
  const page = { actor, width: 'wide' } as const;
  if (!found)
    return (
      <SignedInPage {...page} title={TITLE}>
        <ProblemView />
      </SignedInPage>
    );
  const { rows, next, problems } = found;
  const filter = auditQuery(typed);
  const exported = (format: string) =>
    `${paths.auditExport}?${filter === '' ? '' : `${filter}&`}format=${format}` as const;
  return (
    <SignedInPage {...page} title={problems.length > 0 ? `Error: ${TITLE}` : TITLE}>
      <h1 className="nhsuk-heading-l">{TITLE}</h1>
      <p className="app-measure">
        Everything that happened, the latest first, without its words: each event leads to its place
        in the history. What you search for and what you export is noted in your own history.
      </p>
      <AuditFilters typed={typed} problems={problems} />
      {problems.length > 0 ? null : (
        <>
          <AuditTable
            rows={rows}
            empty={
              filter === '' ? (
                <p>Nothing has happened yet.</p>
              ) : (
                <p>
                  No event matches all of this. Take a filter away, or{' '}
                  <Link href={paths.audit}>clear them all</Link>.
                </p>
              )
            }
          />
          {rows.length > 0 ? (
            <p>
              Export {filter === '' ? 'all of them' : 'what these filters leave'}:{' '}
              <a href={exported('csv')} download>
                CSV
              </a>{' '}
              or{' '}
              <a href={exported('xlsx')} download>
                XLSX
              </a>
            </p>
          ) : null}
          <Pagination
            previous={
              view.after ? { href: `${paths.audit}?${filter}`, label: 'Latest' } : undefined
            }
            next={next ? { href: `?${auditQuery(typed, next)}`, label: 'Earlier' } : undefined}
          />
        </>
      )}
    </SignedInPage>
  );
}
