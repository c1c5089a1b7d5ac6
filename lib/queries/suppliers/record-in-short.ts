import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { PlainDate } from '@/lib/domain/dates';
import type { SpotCheckResult } from '@/lib/domain/spot-check';
import type { EuoCounts } from '@/lib/domain/supplier-list';
import { euoCountColumns } from './count-euos';

/** What an assessor needs to know of a supplier's end user organisations beside its answer to Q.3. */
export type RecordInShort = {
  counts: EuoCounts;
  /** The last spot check that is finished; null before the first. */
  lastSpotCheck: (SpotCheckResult & { id: string; number: number; drawnOn: PlainDate }) | null;
};

/** The record of a supplier in short, in one statement. */
export async function readRecordInShort(tx: Tx, organisationId: string): Promise<RecordInShort> {
  const [row] = await tx.execute<EuoCounts & { last: RecordInShort['lastSpotCheck'] }>(sql`
    select ${euoCountColumns(sql`${organisationId}::uuid`)}, (
      select json_build_object('id', s.id, 'number', s.number, 'drawnOn', s.drawn_on,
        'satisfactory', (select count(*) from spot_check_marks m where m.spot_check_id = s.id and m.satisfactory),
        'of', (select count(*) from spot_check_items i where i.spot_check_id = s.id))
      from spot_checks s where s.organisation_id = ${organisationId} and s.state = 'closed'
      order by s.number desc limit 1) as last`);
  if (!row) throw new Error('a count answered nothing');
  const { last, ...counts } = row;
  return { counts, lastSpotCheck: last };
}
