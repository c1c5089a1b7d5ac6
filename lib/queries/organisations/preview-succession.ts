import { sql } from 'drizzle-orm';
import { asActor, type Tx } from '@/db/client';
import { readOdsFact } from '@/db/ods';
import { listed } from '@/db/schema/queue-order';
import { findParty, readStanding } from '@/db/successions';
import { OPEN_STATUSES } from '@/lib/domain/application';
import { londonDate } from '@/lib/domain/clock';
import { isId } from '@/lib/domain/ids';
import { readOdsCode } from '@/lib/domain/ods';
import { odsWords } from '@/lib/domain/ods-words';
import { type Actor, can } from '@/lib/domain/permissions';
import {
  SUCCESSION_COUNTS,
  type SuccessionCounts,
  successionRefusal,
} from '@/lib/domain/succession';
import { now } from '@/lib/ports/clock';

export type PreviewedParty = {
  id: string;
  name: string;
  odsCode: string | null;
  counts: SuccessionCounts;
};
export type SuccessionPreview = {
  predecessor: PreviewedParty;
  /** What ODS says of the predecessor's code, as a sentence; null without one. */
  ods: string | null;
  /** Null while no code is asked for, or where it is refused. */
  successor: PreviewedParty | null;
  /** What refuses the code asked for. */
  refusal: string | null;
};

const COUNTED = {
  people: sql`select count(*) from people c where c.organisation_id = o.id and c.active`,
  products: sql`select count(*) from products c where c.organisation_id = o.id`,
  applications: sql`select count(*) from applications c
    where c.organisation_id = o.id and c.status in (${listed(OPEN_STATUSES)})`,
  approvals: sql`select count(*) from approvals c
    where c.organisation_id = o.id and c.status in ('in_force', 'suspended')`,
  euos: sql`select count(*) from onboardings c
    where c.organisation_id = o.id and c.state not in ('disconnected', 'cancelled')`,
  spotChecks: sql`select count(*) from spot_checks c
    where c.organisation_id = o.id and c.state <> 'closed'`,
} as const;

async function readCounts(tx: Tx, id: string): Promise<SuccessionCounts> {
  const columns = SUCCESSION_COUNTS.map(
    ({ id: name }) => sql`(${COUNTED[name]})::integer as ${sql.identifier(name)}`,
  );
  const [row] = await tx.execute<SuccessionCounts>(
    sql`select ${sql.join(columns, sql`, `)} from organisations o where o.id = ${id}::uuid`,
  );
  if (!row) throw new Error('a count answered nothing');
  return row;
}

/**
 * What a supplier has, beside the one of the ODS code that it is said to be part of, before it is
 * recorded; `code` as typed. For managers; null when missing or not permitted.
 */
export async function previewSuccession(
  actor: Actor,
  id: string,
  code: string | null,
): Promise<SuccessionPreview | null> {
  if (!can(actor, 'organisation:manage') || !isId(id)) return null;
  return asActor(actor, async (tx) => {
    const predecessor = await findParty(tx, { id });
    if (!predecessor) return null;
    const fact = predecessor.odsCode ? await readOdsFact(tx, predecessor.odsCode) : null;
    const shown = {
      predecessor: { ...predecessor, counts: await readCounts(tx, id) },
      ods: fact && odsWords(fact, londonDate(now())),
    };
    if (code === null) return { ...shown, successor: null, refusal: null };
    const read = readOdsCode(code);
    if (!read.ok) return { ...shown, successor: null, refusal: read.message };
    const successor = await findParty(tx, { odsCode: read.code });
    const refusal = successionRefusal({ predecessor, successor, standing: await readStanding(tx) });
    if (refusal || !successor)
      return { ...shown, successor: null, refusal: refusal?.message ?? null };
    return {
      ...shown,
      successor: { ...successor, counts: await readCounts(tx, successor.id) },
      refusal: null,
    };
  });
}
