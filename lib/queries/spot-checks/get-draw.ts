import { asc, eq, sql } from 'drizzle-orm';
import { readCalendar } from '@/db/calendars';
import { asActor } from '@/db/client';
import { products } from '@/db/schema';
import { findSupplier, hasInterestIn, recordOf } from '@/db/suppliers';
import type { Calendar } from '@/lib/domain/calendar';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import { type Actor, can } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';

export type Draw = {
  organisationId: string;
  name: string;
  record: string;
  today: PlainDate;
  calendar: Calendar;
  products: { id: string; name: string }[];
  /** Whether anything is live or suspended, so that there is something to draw from. */
  any: boolean;
  /** Whether the reader declared a conflict of interest with the supplier. */
  conflicted: boolean;
};

/** What the form of a new spot check needs of its supplier; null for whoever draws none. */
export async function getDraw(actor: Actor, named: string): Promise<Draw | null> {
  if (!can(actor, 'spot-check:run')) return null;
  return asActor(actor, async (tx) => {
    const supplier = await findSupplier(tx, named);
    if (!supplier) return null;
    const owned = await tx
      .select({ id: products.id, name: products.name })
      .from(products)
      .where(eq(products.organisationId, supplier.id))
      .orderBy(asc(products.name));
    const [row] = await tx.execute<{ any: boolean }>(sql`select exists (select from onboardings
      where organisation_id = ${supplier.id} and state in ('live', 'suspended')) as any`);
    return {
      ...{ organisationId: supplier.id, name: supplier.name, record: recordOf(supplier) },
      calendar: await readCalendar(tx),
      ...{ today: londonDate(now()), products: owned, any: row?.any ?? false },
      conflicted: actor.kind === 'person' && (await hasInterestIn(tx, actor.personId, supplier.id)),
    };
  });
}
