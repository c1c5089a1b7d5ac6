import { asc, gt, sql } from 'drizzle-orm';
import { readCalendar } from '@/db/calendars';
import { readFigureFacts, SPREAD } from '@/db/case-figures';
import { asActor, type Tx } from '@/db/client';
import { applications } from '@/db/schema';
import { type CaseFigure, figuresOf, isCountable } from '@/lib/domain/case-figures';
import { type Actor, can } from '@/lib/domain/permissions';

const AT_A_TIME = 500;

const keyOf = ({ measure, on, assessorId, label, value }: CaseFigure) =>
  JSON.stringify([measure, on, assessorId, label, value]);

type Slice = { wrong: string[]; last: string | null };

/** The cases whose kept figures are others than their history gives, or that cannot be counted, in words. */
async function wrongCases(tx: Tx, after: string | null): Promise<Slice> {
  const rows = await tx
    .select({ id: applications.id, reference: applications.reference })
    .from(applications)
    .where(after ? gt(applications.id, after) : undefined)
    .orderBy(asc(applications.id))
    .limit(AT_A_TIME);
  const ids = rows.map(({ id }) => id);
  const kept = await tx.execute<CaseFigure & { id: string }>(sql`
    select application_id as id, measure, to_char(on_day, 'YYYY-MM-DD') as on, assessor_id as "assessorId",
      label, value
    from case_figures where application_id = any(${sql.param(ids)}::uuid[])`);
  const read = await readFigureFacts(tx, ids);
  const calendar = await readCalendar(tx);
  const uncountable = new Set(
    read.flatMap(({ owner, facts }) => (isCountable(facts) ? [] : [owner.applicationId])),
  );
  const counted = new Map(
    read
      .filter(({ owner }) => !uncountable.has(owner.applicationId))
      .map(({ owner, facts }) => [
        owner.applicationId,
        figuresOf(calendar, facts).map(keyOf).sort(),
      ]),
  );
  const wrong = rows.filter(({ id }) => {
    const own = kept.filter((figure) => figure.id === id).map(keyOf);
    return JSON.stringify(own.sort()) !== JSON.stringify(counted.get(id) ?? []);
  });
  return {
    wrong: [
      ...wrong.map(({ reference }) => `${reference}: its figures are not its history's`),
      ...rows
        .filter(({ id }) => uncountable.has(id))
        .map(({ reference }) => `${reference}: a decision has no outcome, so nothing is counted`),
    ],
    last: ids.at(-1) ?? null,
  };
}

/** The sums that are others than the cases' figures give. */
async function wrongSums(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ named: string; kept: number; counted: number }>(sql`
    with counted as (select p.period, p.starts_on, f.measure, a.assessor_id, f.label, f.value, count(*)::int as cases
      from case_figures f ${SPREAD} group by 1, 2, 3, 4, 5, 6)
    select concat_ws(' ', coalesce(s.period, c.period), coalesce(s.starts_on, c.starts_on),
        coalesce(s.measure, c.measure), coalesce(s.label, c.label), coalesce(s.value, c.value)) as named,
      coalesce(s.cases, 0) as kept, coalesce(c.cases, 0) as counted
    from figure_sums s full join counted c on s.period = c.period and s.starts_on = c.starts_on
      and s.measure = c.measure and s.assessor_id is not distinct from c.assessor_id
      and s.label = c.label and s.value = c.value
    where s.cases is distinct from c.cases limit 100`);
  return rows.map(({ named, kept, counted }) => `${named}: ${kept} are kept, ${counted} counted`);
}

/**
 * Works every figure of every case out again, from its history, and all sums from them, and answers
 * what does not agree, in words: nothing, where all is counted and right. Reads whole tables.
 */
export async function verifyCaseFigures(actor: Actor): Promise<string[]> {
  if (!can(actor, 'figures:view') && !can(actor, 'figures:count')) return ['not permitted'];
  const faults: string[] = [];
  let slice: Slice = { wrong: [], last: null };
  do {
    const { last } = slice;
    slice = await asActor(actor, (tx) => wrongCases(tx, last));
    faults.push(...slice.wrong);
  } while (slice.last !== null);
  return [...faults, ...(await asActor(actor, wrongSums))];
}
