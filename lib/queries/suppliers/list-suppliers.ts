import { sql } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { type Actor, can } from '@/lib/domain/permissions';
import type { EuoCounts, SupplierCursor, SupplierOrder } from '@/lib/domain/supplier-list';
import { containing, plain } from '@/lib/queries/search-text';
import { euoCountColumns, TROUBLE } from './count-euos';

const PAGE = 25;

export type SupplierRow = { id: string; name: string; odsCode: string | null; counts: EuoCounts };
type Found = Omit<SupplierRow, 'counts'> & EuoCounts & { trouble: number; key: string };

/** Search by part of a name or a whole code. */
function searched(text: string) {
  const wanted = plain(text).trim();
  if (wanted === '') return sql`true`;
  return sql`(o.name ilike ${containing(wanted)} or o.ods_code = ${wanted.toUpperCase()})`;
}

/**
 * Suppliers with what is counted of their end user organisations, 25 at a time: those with most that
 * are live and not ready first, or by name. `after` is the last row of the page before. For staff,
 * else null.
 */
export async function listSuppliers(
  actor: Actor,
  options: { text?: string; order: SupplierOrder; after?: SupplierCursor | null },
): Promise<{ rows: SupplierRow[]; next: SupplierCursor | null } | null> {
  if (!can(actor, 'onboarding:oversee')) return null;
  const { text = '', order, after } = options;
  const worst = order === 'worst';
  const key = sql`lower(o.name)`;
  const trouble = worst ? sql`coalesce(t.count, 0)` : sql`0`;
  // With the sign turned one comparison of rows serves both, since names go up and trouble down.
  const place = sql`(-${trouble}, ${key}, o.id)`;
  const beyond = after
    ? sql`and ${place} > (${-after.trouble}::bigint, ${plain(after.name)}::text, ${after.id}::uuid)`
    : sql``;
  const counted = sql`left join (select e.organisation_id, count(*) from onboardings e
    where ${TROUBLE} group by 1) t on t.organisation_id = o.id`;
  const byName = after
    ? sql`and (${key}, o.id) > (${plain(after.name)}::text, ${after.id}::uuid)`
    : sql``;
  return asActor(actor, async (tx) => {
    const found = await tx.execute<Found>(sql`
      with page as materialized (
        select o.id, o.name, o.ods_code, ${key} as key, ${trouble} as trouble
        from organisations o ${worst ? counted : sql``}
        where ${searched(text)} ${worst ? beyond : byName}
        order by ${worst ? sql`-${trouble}, ` : sql``}${key}, o.id limit ${PAGE + 1}
      )
      select p.id, p.name, p.ods_code as "odsCode", p.key, p.trouble::integer as trouble,
        ${euoCountColumns(sql`p.id`)}
      from page p order by -p.trouble, p.key, p.id`);
    const rows = [...found].slice(0, PAGE);
    const last = rows.at(-1);
    const next = found.length > PAGE && last;
    return {
      rows: rows.map(({ id, name, odsCode, key: _, trouble: __, ...counts }) => ({
        ...{ id, name, odsCode, counts },
      })),
      next: next ? { trouble: next.trouble, name: next.key, id: next.id } : null,
    };
  });
}
