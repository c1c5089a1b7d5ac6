import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { FigureNames } from '@/lib/domain/figure-names';
import type { FigureFilter } from '@/lib/domain/figure-sums';

type Narrowing = Pick<FigureFilter, 'assessorId' | 'organisationId' | 'productId'>;

/** What those that narrow some figures are called. A product of another supplier than the chosen one is not known. */
export async function readFigureNames(
  tx: Tx,
  { assessorId, organisationId, productId }: Narrowing,
): Promise<FigureNames> {
  const [names] = await tx.execute<FigureNames>(sql`select
    (select name from people where id = ${assessorId}::uuid and organisation_id is null) as assessor,
    (select name from organisations where id = ${organisationId}::uuid) as supplier,
    (select name from products where id = ${productId}::uuid
      and (${organisationId}::uuid is null or organisation_id = ${organisationId}::uuid)) as product`);
  if (!names) throw new Error('names of nothing');
  return names;
}
