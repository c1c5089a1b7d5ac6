import { type SQL, sql } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { readNewestGuidance } from '@/db/guidance';
import { LABEL_SEPARATOR } from '@/lib/domain/case-figures';
import { type PlainDate, parsePlainDate } from '@/lib/domain/dates';
import type { FigureCases } from '@/lib/domain/figure-cases';
import { type FigureNames, unknownChoices } from '@/lib/domain/figure-names';
import type { ReasonText } from '@/lib/domain/guidance';
import { isId } from '@/lib/domain/ids';
import { can, type PersonActor } from '@/lib/domain/permissions';
import type { FieldProblem } from '@/lib/domain/result';
import { readFigureNames } from './read-names';

const PAGE = 25;

export type FigureCase = {
  /** Of the thing that is counted, not of its case. */
  id: string;
  reference: string;
  supplier: string;
  product: string;
  on: PlainDate;
  assessor: string | null;
  label: string;
  value: number;
};
export type FigureCasePage = {
  rows: FigureCase[];
  next: string | null;
  /** Every reason in its newest words. */
  reasons: readonly ReasonText[];
  /** What those that the list is narrowed to are called. */
  names: FigureNames;
  /** Of these, whom nobody knows: of them nothing is listed. */
  unknown: FieldProblem[];
};

/** Labels of questions and reasons begin with the question, and end with the reason. */
function conditions(cases: FigureCases): SQL[] {
  const { from, to, assessorId, organisationId, productId, question, reason, value } = cases;
  return [
    sql`f.measure = ${cases.measure} and f.on_day between ${from}::date and ${to}::date`,
    ...(assessorId ? [sql`f.assessor_id = ${assessorId}::uuid`] : []),
    ...(organisationId ? [sql`f.organisation_id = ${organisationId}::uuid`] : []),
    ...(productId ? [sql`f.product_id = ${productId}::uuid`] : []),
    ...(question ? [sql`starts_with(f.label, ${question + LABEL_SEPARATOR})`] : []),
    ...(reason ? [sql`split_part(f.label, ${LABEL_SEPARATOR}, 3) = ${reason}`] : []),
    ...(value === null ? [] : [sql`f.value = ${value}`]),
  ];
}

/** Where a page ended: the day, the case, and which thing of it was the last. */
type Place = { day: string; caseId: string; id: string };

function readAfter(after: string | undefined): Place | null {
  const [day = '', caseId = '', id = '', ...more] = (after ?? '').split('_');
  const known = parsePlainDate(day) !== null && isId(caseId) && isId(id) && more.length === 0;
  return known ? { day, caseId, id } : null;
}

const writeAfter = ({ on, caseId, id }: Row): string => [on, caseId, id].join('_');

type Row = FigureCase & { caseId: string };

/**
 * The cases behind a figure, the latest first, 25 at a time; each as often as it is counted, so that
 * a list is as long as its figure says. `after` is the `next` of the page before; nonsense means the first page. Null for
 * whoever is no manager.
 */
export async function listFigureCases(
  actor: PersonActor,
  cases: FigureCases,
  after?: string,
): Promise<FigureCasePage | null> {
  if (!can(actor, 'figures:view')) return null;
  const from = readAfter(after);
  const where = [
    ...conditions(cases),
    ...(from
      ? [
          sql`(f.on_day, f.application_id, f.id)
            < (${from.day}::date, ${from.caseId}::uuid, ${from.id}::uuid)`,
        ]
      : []),
  ];
  const { names, newest, found } = await asActor(actor, async (tx) => ({
    names: await readFigureNames(tx, cases),
    newest: await readNewestGuidance(tx),
    found: await tx.execute<Row>(sql`
      select f.id, f.application_id as "caseId", a.reference, o.name as supplier, p.name as product,
        to_char(f.on_day, 'YYYY-MM-DD') as on, s.name as assessor, f.label, f.value
      from (select f.* from case_figures f where ${sql.join(where, sql` and `)}
          order by f.on_day desc, f.application_id desc, f.id desc limit ${PAGE + 1}) f
        join applications a on a.id = f.application_id join organisations o on o.id = f.organisation_id
        join products p on p.id = f.product_id left join people s on s.id = f.assessor_id
      order by f.on_day desc, f.application_id desc, f.id desc`),
  }));
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  return {
    rows: rows.map(({ caseId: _, ...row }) => row),
    reasons: newest.reasons,
    ...{ names, unknown: unknownChoices(cases, names) },
    next: found.length > PAGE && last ? writeAfter(last) : null,
  };
}
