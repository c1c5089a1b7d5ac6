import { and, eq, gte, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { OdsOrganisation } from '@/lib/domain/ods-answer';
import type { OdsFact } from '@/lib/domain/ods-fact';
import { REGISTERS, type RegisterId } from '@/lib/domain/register';
import type { Tx } from './client';
import { odsOrganisations } from './schema';

/**
 * Brings the rows of an ODS file into what is known of each code, where its snapshot is ready; for
 * others, and for those of other registers, nothing. Belongs into the transaction that makes it so.
 */
export async function takeOdsIntoUse(
  tx: Tx,
  { id, register }: { id: string; register: RegisterId },
): Promise<void> {
  const { kind, role } = REGISTERS[register];
  if (kind === 'ods') await tx.execute(sql`select use_ods_snapshot(${id}, ${role})`);
}

type Row = typeof odsOrganisations.$inferSelect;

/** A row of what is known of a code as the fact that it is. */
function factOf({ active, lookedUpAt: _, snapshotId: __, code: ___, role: ____, ...row }: Row) {
  if (active === null) return { state: 'unknown', asOf: row.asOf } as const;
  return { state: active ? 'active' : 'inactive', ...row } as const;
}

/** What is known of a code, folded: from the newest file that holds it or the newest answer of ODS. */
export async function readOdsFact(tx: Tx, code: string): Promise<OdsFact> {
  const [row] = await tx.select().from(odsOrganisations).where(eq(odsOrganisations.code, code));
  if (row) return factOf(row);
  const [any] = await tx.execute<{ known: boolean }>(
    sql`select exists (select from ods_organisations) as known`,
  );
  return { state: 'unchecked', why: any?.known ? 'not_covered' : 'no_source' };
}

/** What the API answered about a code since an instant, if nothing newer is known; else null. */
export async function readRecentAnswer(tx: Tx, code: string, since: Date): Promise<OdsFact | null> {
  const { code: known, lookedUpAt } = odsOrganisations;
  const [row] = await tx
    .select()
    .from(odsOrganisations)
    .where(and(eq(known, code), gte(lookedUpAt, since)));
  return row ? factOf(row) : null;
}

type Answer = { code: string; organisation: OdsOrganisation | null; at: Date; on: PlainDate };

/**
 * Keeps an answer of the API, null where it does not know the code: what was known of it before stays
 * beside that. Something newer is not replaced.
 */
export async function keepOdsAnswer(tx: Tx, { code, organisation, at, on }: Answer): Promise<void> {
  const { code: _, ...said } = organisation ?? { code, active: null };
  const answered = {
    ...said,
    ...{ asOf: on, source: 'api' as const, snapshotId: null, lookedUpAt: at },
  };
  const nothing = { name: '', address: '', postcode: '', role: '' };
  await tx
    .insert(odsOrganisations)
    .values({ code, ...nothing, ...answered })
    .onConflictDoUpdate({
      target: odsOrganisations.code,
      set: answered,
      setWhere: sql`${odsOrganisations.asOf} <= excluded.as_of`,
    });
}
