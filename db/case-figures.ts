import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { CaseFigure, FigureFacts, SentRequest } from '@/lib/domain/case-figures';
import { TURN_EVENTS } from '@/lib/domain/turns';
import type { Tx } from './client';
import {
  applications,
  decisions,
  declarations,
  events,
  informationRequestItems,
  informationRequests,
} from './schema';

/** Whose a figure is, as it is kept beside it. */
export type FigureOwner = { applicationId: string; organisationId: string; productId: string };
export type OwnedFigure = FigureOwner & CaseFigure;

/**
 * Takes the marks of so many cases away, the longest waiting first, and answers the cases. One
 * transaction counts at a time, since all add to the same sums; others wait until it ends.
 */
export async function takeMarkedCases(tx: Tx, most: number): Promise<string[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('figures', 0))`);
  const rows = await tx.execute<{ id: string }>(sql`
    with waiting as materialized (select application_id, at from case_marks order by at, id limit ${most}),
      taken as (delete from case_marks m using (select distinct application_id from waiting) w
        where m.application_id = w.application_id)
    select distinct application_id as id from waiting`);
  return rows.map(({ id }) => id);
}

const grouped = <T extends { applicationId: string }>(rows: readonly T[]): Map<string, T[]> => {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const own = found.get(row.applicationId);
    if (own) own.push(row);
    else found.set(row.applicationId, [row]);
  }
  return found;
};

async function readRequests(tx: Tx, ids: string[]) {
  const rows = await tx
    .select({
      applicationId: informationRequests.applicationId,
      id: informationRequests.id,
      round: informationRequests.round,
      at: informationRequests.sentAt,
      by: informationRequests.sentBy,
      questionId: informationRequestItems.questionId,
      reasons: informationRequestItems.reasons,
    })
    .from(informationRequests)
    .innerJoin(
      informationRequestItems,
      eq(informationRequestItems.requestId, informationRequests.id),
    )
    .where(inArray(informationRequests.applicationId, ids))
    .orderBy(asc(informationRequests.sentAt), asc(informationRequestItems.questionId));
  const requests = new Map<string, SentRequest & { applicationId: string; items: object[] }>();
  for (const { id, questionId, reasons, ...request } of rows) {
    const item = { questionId, reasons };
    const found = requests.get(id);
    if (found) found.items.push(item);
    else requests.set(id, { ...request, items: [item] });
  }
  return grouped([...requests.values()]);
}

/** What the figures of some cases are worked out from. A case that is no more is left out. */
export async function readFigureFacts(
  tx: Tx,
  ids: string[],
): Promise<{ owner: FigureOwner; facts: FigureFacts }[]> {
  const owners = await tx
    .select({
      applicationId: applications.id,
      organisationId: applications.organisationId,
      productId: applications.productId,
    })
    .from(applications)
    .where(inArray(applications.id, ids));
  const turns = await tx
    .select({
      applicationId: events.subjectId,
      type: events.type,
      at: events.at,
      by: events.actorId,
    })
    .from(events)
    .where(and(inArray(events.subjectId, ids), inArray(events.type, [...TURN_EVENTS])))
    .orderBy(asc(events.subjectId), asc(events.sequence));
  const decided = await tx
    .select({ applicationId: decisions.applicationId, outcome: decisions.outcome })
    .from(decisions)
    .where(inArray(decisions.applicationId, ids))
    .orderBy(asc(decisions.decidedAt));
  // Of a round that was taken back and declared again, the last one is read: it overwrites.
  const declared = await tx
    .select({
      applicationId: declarations.applicationId,
      round: declarations.round,
      version: declarations.catalogueVersion,
    })
    .from(declarations)
    .where(inArray(declarations.applicationId, ids))
    .orderBy(asc(declarations.chainSequence));
  const requests = await readRequests(tx, ids);
  const [turnsOf, decidedOf, declaredOf] = [grouped(turns), grouped(decided), grouped(declared)];
  return owners.map((owner) => {
    const of = <T>(found: Map<string, T[]>): T[] => found.get(owner.applicationId) ?? [];
    return {
      owner,
      facts: {
        turns: of(turnsOf) as unknown as FigureFacts['turns'],
        outcomes: of(decidedOf).map(({ outcome }) => outcome),
        requests: of(requests),
        versions: Object.fromEntries(of(declaredOf).map(({ round, version }) => [round, version])),
      },
    };
  });
}

/** A figure counts for everybody and for whoever did it, by week and by month. */
export const SPREAD = sql`cross join lateral (select null::uuid as assessor_id
    union all select f.assessor_id where f.assessor_id is not null) a
  cross join lateral (values ('week', date_trunc('week', f.on_day)::date),
    ('month', date_trunc('month', f.on_day)::date)) p (period, starts_on)`;

/** Keeps the figures of some cases in place of those they had, and what is summed of them. */
export async function putFigures(
  tx: Tx,
  cases: string[],
  figures: readonly OwnedFigure[],
): Promise<void> {
  const rows = figures.map(({ on, ...figure }) => ({ ...figure, onDay: on }));
  await tx.execute(sql`
    with old as (delete from case_figures where application_id = any(${sql.param(cases)}::uuid[])
        returning measure, on_day, assessor_id, label, value),
      new as (insert into case_figures (application_id, organisation_id, product_id, measure, on_day,
          assessor_id, label, value)
        select r."applicationId", r."organisationId", r."productId", r.measure, r."onDay", r."assessorId",
          r.label, r.value
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("applicationId" uuid, "organisationId" uuid,
          "productId" uuid, measure text, "onDay" date, "assessorId" uuid, label text, value integer)
        returning measure, on_day, assessor_id, label, value)
    insert into figure_sums as s (period, starts_on, measure, assessor_id, label, value, cases)
    select p.period, p.starts_on, f.measure, a.assessor_id, f.label, f.value, sum(f.cases)
    from (select *, -1 as cases from old union all select *, 1 from new) f ${SPREAD}
    group by 1, 2, 3, 4, 5, 6 having sum(f.cases) <> 0
    on conflict on constraint figure_sums_once do update set cases = s.cases + excluded.cases`);
  await tx.execute(sql`delete from figure_sums where cases = 0`);
}
