import { type SQL, sql } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { mergedWith } from '@/db/successions';
import { readUncountedSince } from '@/db/supplier-figures';
import { type Actor, can } from '@/lib/domain/permissions';
import {
  SUPPLIER_FIGURE_IDS,
  type SupplierCursor,
  type SupplierFigure,
  type SupplierFigures,
  type SupplierOrder,
} from '@/lib/domain/supplier-list';
import { containing, plain } from '@/lib/queries/search-text';

const PAGE = 25;

export type SupplierRow = {
  id: string;
  name: string;
  odsCode: string | null;
  figures: SupplierFigures;
};
type Found = Omit<SupplierRow, 'figures'> & SupplierFigures & { place: number; key: string };

export type SuppliersAsked = {
  text?: string;
  order: SupplierOrder;
  /** Only those of which this is not nought, those with most of it first. */
  having?: SupplierFigure | null;
  after?: SupplierCursor | null;
};
export type SupplierPage = {
  rows: SupplierRow[];
  next: SupplierCursor | null;
  /** What changed from then on is not counted yet; null: everything is. */
  countedUntil: Date | null;
};

/** Search by part of a name or a whole code, also of what it merged with. */
function searched(text: string) {
  const wanted = plain(text).trim();
  if (wanted === '') return sql`true`;
  const found = (table: SQL) =>
    sql`(${table}.name ilike ${containing(wanted)} or ${table}.ods_code = ${wanted.toUpperCase()})`;
  return sql`(${found(sql`o`)} or ${mergedWith(sql`o.id`, found(sql`x`))})`;
}

const figureColumns = sql.join(
  SUPPLIER_FIGURE_IDS.map((id) => sql`f.${sql.identifier(id)}`),
  sql`, `,
);

/** By what a list is ordered, and where it goes on. */
function placed({ order, having, after }: SuppliersAsked) {
  if (order === 'name' && !having)
    return {
      number: sql`0`,
      by: sql`lower(o.name), o.id`,
      which: after
        ? sql`and (lower(o.name), o.id) > (${plain(after.name)}::text, ${after.id}::uuid)`
        : sql``,
    };
  const number = having ? sql`f.${sql.identifier(having)}` : sql`f.trouble`;
  const by = sql`-${number}, f.name_key, f.organisation_id`;
  const beyond = after
    ? sql`and (${by}) > (${-after.trouble}::integer, ${plain(after.name)}::text, ${after.id}::uuid)`
    : sql``;
  return { number, by, which: having ? sql`and ${number} > 0 ${beyond}` : beyond };
}

/**
 * Suppliers with what is kept counted of them, 25 at a time: the worst first (`troubleOf`), those with
 * most of one figure, or by name. `after` is the last row of the page
 * before. For staff, else null.
 */
export async function listSuppliers(
  actor: Actor,
  asked: SuppliersAsked,
  most = PAGE,
): Promise<SupplierPage | null> {
  if (!can(actor, 'onboarding:oversee')) return null;
  const { number, by, which } = placed(asked);
  return asActor(actor, async (tx) => {
    const countedUntil = await readUncountedSince(tx);
    const found = await tx.execute<Found>(sql`
      select o.id, o.name, o.ods_code as "odsCode", lower(o.name) as key, ${number} as place, ${figureColumns}
      from organisations o join supplier_figures f on f.organisation_id = o.id
      where ${searched(asked.text ?? '')} ${which}
      order by ${by} limit ${most + 1}`);
    const rows = [...found].slice(0, most);
    const last = rows.at(-1);
    const next = found.length > most && last;
    return {
      rows: rows.map(({ id, name, odsCode, key: _, place: __, ...figures }) => ({
        ...{ id, name, odsCode, figures },
      })),
      next: next ? { trouble: next.place, name: next.key, id: next.id } : null,
      countedUntil,
    };
  });
}

const AT_A_TIME = 1000;

/**
 * Every supplier that a list asks for in its order, some at a time, each a transaction of its own:
 * nothing is held whole. Nothing for whoever is not of the staff.
 */
export async function* exportSuppliers(
  actor: Actor,
  asked: SuppliersAsked,
  atATime = AT_A_TIME,
): AsyncGenerator<SupplierRow[]> {
  for (let after: SupplierCursor | null = null; ; ) {
    const page: SupplierPage | null = await listSuppliers(actor, { ...asked, after }, atATime);
    if (!page) return;
    yield page.rows;
    if (!page.next) return;
    after = page.next;
  }
}

/** How many those are. For staff, else null. */
export async function countSuppliers(actor: Actor, asked: SuppliersAsked): Promise<number | null> {
  if (!can(actor, 'onboarding:oversee')) return null;
  const { which } = placed({ ...asked, after: null });
  const [row] = await asActor(actor, (tx) =>
    tx.execute<{ count: number }>(sql`select count(*)::integer as count
      from organisations o join supplier_figures f on f.organisation_id = o.id
      where ${searched(asked.text ?? '')} ${which}`),
  );
  return row?.count ?? 0;
}

/** What is counted of all suppliers together, and how many suppliers there are. For staff, else null. */
export async function sumSuppliers(
  actor: Actor,
): Promise<{ suppliers: number; sums: SupplierFigures } | null> {
  if (!can(actor, 'onboarding:oversee')) return null;
  const sums = sql.join(
    SUPPLIER_FIGURE_IDS.map(
      (id) => sql`coalesce(sum(${sql.identifier(id)}), 0)::integer as ${sql.identifier(id)}`,
    ),
    sql`, `,
  );
  const [row] = await asActor(actor, (tx) =>
    tx.execute<SupplierFigures & { suppliers: number }>(
      sql`select count(*)::integer as suppliers, ${sums} from supplier_figures`,
    ),
  );
  if (!row) throw new Error('a sum answered nothing');
  const { suppliers, ...all } = row;
  return { suppliers, sums: all };
}
