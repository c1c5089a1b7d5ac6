import { sql } from 'drizzle-orm';
import { readAbsences } from '@/db/absences';
import type { Tx } from '@/db/client';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import { now } from '@/lib/ports/clock';

/** What managers alone see of people: suppliers have no grant on either. */
export type StaffFacts = {
  /** Null for somebody who has never signed in. */
  lastSignInAt: Date | null;
  /** The day from which they are back; null for somebody who is here. */
  absentUntil: PlainDate | null;
};

async function readSignIns(tx: Tx, ids: readonly string[]): Promise<Map<string, Date>> {
  const list = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await tx.execute<{ id: string; at: string | null }>(sql`
    select k.id, (select e.at from events e where e.actor_id = k.id and e.type = 'person.signed_in'
      order by e.at desc, e.id desc limit 1) as at
    from unnest(array[${list}]::uuid[]) as k(id)`);
  return new Map([...rows].flatMap(({ id, at }) => (at ? [[id, new Date(at)] as const] : [])));
}

/** Adds to people when each signed in last, and until when they are absent. */
export async function withStaffFacts<Row extends { id: string }>(
  tx: Tx,
  rows: readonly Row[],
): Promise<(Row & StaffFacts)[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const signIns = await readSignIns(tx, ids);
  const absent = await readAbsences(tx, ids, londonDate(now()));
  return rows.map((row) => ({
    ...row,
    lastSignInAt: signIns.get(row.id) ?? null,
    absentUntil: absent.get(row.id) ?? null,
  }));
}
