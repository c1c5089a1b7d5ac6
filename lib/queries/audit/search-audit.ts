import { type SQL, sql } from 'drizzle-orm';
import { asActor, type Tx } from '@/db/client';
import type { AuditRow } from '@/lib/domain/audit-row';
import type { AuditCursor, AuditView } from '@/lib/domain/audit-search';
import { can, type PersonActor } from '@/lib/domain/permissions';
import type { FieldProblem } from '@/lib/domain/result';
import { findNamed } from './find-named';
import { foundEvents } from './found-events';

const PAGE = 25;
const AT_A_TIME = 1000;

type Found = Omit<AuditRow, 'at'> & { at: string };
export type AuditPage = {
  rows: AuditRow[];
  next: AuditCursor | null;
  /** What keeps the search from meaning anything; then there are no rows. */
  problems: FieldProblem[];
};

/** The names of what was found are looked up for these rows alone; their words never are. */
async function readRows(tx: Tx, found: SQL): Promise<AuditRow[]> {
  const rows = await tx.execute<Found>(sql`
    select e.id, e.at, e.type, e.actor_side as side, w.name as actor, e.subject_kind as kind,
      e.subject_id as "subjectId", e.sequence, o.name as supplier, a.reference,
      coalesce(p.name, b.name) as name
    from (${found}) e
      left join people w on w.id = e.actor_id
      left join organisations o on o.id = e.organisation_id
      left join applications a on e.subject_kind = 'application' and a.id = e.subject_id
      left join people p on e.subject_kind = 'person' and p.id = e.subject_id
      left join onboardings b on e.subject_kind = 'onboarding' and b.id = e.subject_id
    order by e.at desc, e.id desc`);
  return [...rows].map((row) => ({ ...row, at: new Date(row.at) }));
}

/**
 * Events of everything that a view leaves, 25 a page, the newest first; who acted and what it is
 * about by name, never an event's words. Null without the permission.
 */
export async function searchAudit(actor: PersonActor, view: AuditView): Promise<AuditPage | null> {
  if (!can(actor, 'audit:search')) return null;
  if (view.problems.length > 0) return { rows: [], next: null, problems: view.problems };
  return asActor(actor, async (tx) => {
    const { problems, ...named } = await findNamed(tx, view);
    if (problems.length > 0) return { rows: [], next: null, problems };
    const found = await readRows(tx, foundEvents({ ...view, ...named }, PAGE + 1));
    const rows = found.slice(0, PAGE);
    const last = rows.at(-1);
    return { rows, next: found.length > PAGE && last ? last : null, problems };
  });
}

/**
 * What keeps a view from meaning anything: what was typed wrongly, or whom and what nobody knows. Null
 * without the permission.
 */
export async function auditProblems(
  actor: PersonActor,
  view: AuditView,
): Promise<FieldProblem[] | null> {
  if (!can(actor, 'audit:search')) return null;
  if (view.problems.length > 0) return view.problems;
  return (await asActor(actor, (tx) => findNamed(tx, view))).problems;
}

/**
 * Every event that a view leaves, the newest first, some at a time, each a transaction of its own, so
 * that nothing is held whole. Nothing without the permission, or where the view means nothing.
 */
export async function* exportAudit(
  actor: PersonActor,
  view: AuditView,
): AsyncGenerator<AuditRow[]> {
  if (!can(actor, 'audit:search') || view.problems.length > 0) return;
  const { problems, ...named } = await asActor(actor, (tx) => findNamed(tx, view));
  if (problems.length > 0) return;
  for (let after: AuditCursor | null = null; ; ) {
    const search = { ...view, ...named, after };
    const rows: AuditRow[] = await asActor(actor, (tx) =>
      readRows(tx, foundEvents(search, AT_A_TIME)),
    );
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_A_TIME) return;
    after = { at: last.at, id: last.id };
  }
}
