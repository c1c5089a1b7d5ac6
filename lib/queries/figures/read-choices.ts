import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { FigureFilter } from '@/lib/domain/figure-sums';

type Choice = { id: string; name: string };
export type FigureChoices = Record<'assessors' | 'suppliers' | 'products', Choice[]>;

/** More suppliers than this are not chosen from a list: one is looked at from its own page. */
const MOST = 200;

/**
 * By whom and what figures can be narrowed: those of the staff who did something that is counted,
 * the suppliers where they are few, and the products of the one that is chosen.
 */
export async function readFigureChoices(
  tx: Tx,
  { organisationId }: FigureFilter,
): Promise<FigureChoices> {
  const assessors = await tx.execute<Choice>(sql`
    select p.id, p.name from people p where p.organisation_id is null
      and exists (select from figure_sums s where s.period = 'month' and s.measure = 'responded'
        and s.assessor_id = p.id)
    order by lower(p.name), p.id limit ${MOST}`);
  const suppliers = await tx.execute<Choice>(sql`
    select id, name from organisations order by lower(name), id limit ${MOST + 1}`);
  const products = await tx.execute<Choice>(sql`
    select id, name from products where organisation_id = ${organisationId}::uuid order by lower(name), id
    limit ${MOST}`);
  return {
    assessors: [...assessors],
    suppliers: suppliers.length > MOST ? [] : [...suppliers],
    products: [...products],
  };
}
