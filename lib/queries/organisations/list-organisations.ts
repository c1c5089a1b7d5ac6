import { and, asc, eq, ilike, or, sql } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { organisations } from '@/db/schema';
import { mergedWith } from '@/db/successions';
import { type Actor, can } from '@/lib/domain/permissions';
import { containing, plain } from '@/lib/queries/search-text';

const PAGE = 25;

export type OrganisationRow = {
  id: string;
  name: string;
  odsCode: string | null;
  products: number;
  people: number;
};

/** As people look names up; the index holds them so. */
const byName = sql`lower(${organisations.name})`;

/**
 * Suppliers by name, 25 at a time, for managers; `text` finds part of a name or a whole ODS code,
 * `after` is the last row of the page before. Null without the permission.
 */
export async function listOrganisations(
  actor: Actor,
  { text = '', after }: { text?: string; after?: { name: string; id: string } | null },
): Promise<{ rows: OrganisationRow[]; next: { name: string; id: string } | null } | null> {
  if (!can(actor, 'organisation:manage')) return null;
  const wanted = plain(text).trim();
  return asActor(actor, async (tx) => {
    const found = await tx
      .select({
        id: organisations.id,
        name: organisations.name,
        odsCode: organisations.odsCode,
        // Written out: the builder leaves the table's name away, and both have an id.
        products: sql<number>`(select count(*)::int from products p
          where p.organisation_id = organisations.id)`,
        people: sql<number>`(select count(*)::int from people p
          where p.organisation_id = organisations.id and p.active)`,
      })
      .from(organisations)
      .where(
        and(
          wanted === ''
            ? undefined
            : or(
                ilike(organisations.name, containing(wanted)),
                eq(organisations.odsCode, wanted.toUpperCase()),
                mergedWith(
                  sql`organisations.id`,
                  sql`(x.name ilike ${containing(wanted)} or x.ods_code = ${wanted.toUpperCase()})`,
                ),
              ),
          after
            ? sql`(${byName}, ${organisations.id}) > (lower(${plain(after.name)}), ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(byName, asc(organisations.id))
      .limit(PAGE + 1);
    const rows = found.slice(0, PAGE);
    const last = rows.at(-1);
    const more = found.length > PAGE && last;
    return { rows, next: more ? { name: last.name, id: last.id } : null };
  });
}
