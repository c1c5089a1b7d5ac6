import { sql } from 'drizzle-orm';
import { COULD_BE_A_REFERENCE } from '@/db/case';
import type { Tx } from '@/db/client';
import { subjectWords } from '@/lib/domain/audit-row';
import type { EventSubject } from '@/lib/domain/events';
import { isId } from '@/lib/domain/ids';

/** What a chain is about; `reference` is how its history's address calls it. */
export type HistorySubject = {
  id: string;
  kind: EventSubject;
  reference: string;
  /** In words: a reference, or 'Person: Ash Assessor'. */
  name: string;
};
type Found = {
  id: string;
  kind: EventSubject;
  reference: string | null;
  name: string | null;
  supplier: string | null;
};

/**
 * What has a history under an application's reference or the id of anything else that events are
 * about; null where there is none. Inside the reader's transaction.
 */
export async function findSubject(tx: Tx, reference: string): Promise<HistorySubject | null> {
  if (!COULD_BE_A_REFERENCE.test(reference)) return null;
  const chain = isId(reference)
    ? sql`select subject_id, subject_kind, organisation_id from events
        where subject_id = ${reference} order by sequence limit 1`
    : sql`select id, 'application', organisation_id from applications
        where reference = ${reference}`;
  const [row] = await tx.execute<Found>(sql`
    select s.id, s.kind, a.reference, coalesce(p.name, b.name) as name, o.name as supplier
    from (${chain}) s (id, kind, organisation)
      left join applications a on s.kind = 'application' and a.id = s.id
      left join people p on s.kind = 'person' and p.id = s.id
      left join onboardings b on s.kind = 'onboarding' and b.id = s.id
      left join organisations o on o.id = s.organisation`);
  if (!row) return null;
  const { id, kind } = row;
  return { id, kind, reference: row.reference ?? id, name: subjectWords(row) };
}
