import type { PersonActor } from '@/lib/domain/permissions';
import type { Supplier, World } from './world';

type Euo = { code: string; name?: string; productId?: string } & Record<string, unknown>;
type Draw = Partial<
  Record<'frame' | 'size' | 'seed' | 'productId' | 'message' | 'day' | 'month' | 'year', string>
>;

/** An end user organisation that is live and ready, as a row: for tests of what comes after. */
export async function putEuo(
  { sql }: Pick<World, 'sql'>,
  who: Pick<Supplier, 'id' | 'productId'>,
  { code, name = `Elm ${code}`, productId = who.productId, ...more }: Euo,
): Promise<string> {
  const [row] = await sql`insert into onboardings ${sql({
    ...{ organisation_id: who.id, product_id: productId, ods_code: code, name, state: 'live' },
    ...{ state_on: '2026-11-01', go_live_on: '2026-11-01', verdict: 'ready' },
    ...{ reasons: [], flags: [], created_at: new Date(), ...more },
  })} returning id`;
  return row?.id;
}

/** That it went live by an override, in the words of one of its supplier's people. */
export const overriddenBy = (who: PersonActor, reason: string) => ({
  override_reason: reason,
  overridden_by: who.personId,
  overridden_at: new Date(),
});

/** A draw as its form posts it: of all that are live, due on Monday 7 December 2026. */
export const drawOf = (who: Pick<Supplier, 'id'>, given: Draw = {}) => {
  const { day = '7', month = '12', year = '2026', ...more } = given;
  return {
    ...{ organisationId: who.id, frame: 'live', productId: '', size: '3', seed: 'a seed' },
    ...{ message: '', 'dueOn-day': day, 'dueOn-month': month, 'dueOn-year': year },
    ...more,
  };
};

/** What was drawn in a spot check, in the order of the draw, as commands name it. */
export async function drawnItems({ sql }: Pick<World, 'sql'>, spotCheckId: string) {
  const rows = await sql<{ itemId: string }[]>`select id as "itemId" from spot_check_items
    where spot_check_id = ${spotCheckId} order by position`;
  return rows.map(({ itemId }) => ({ spotCheckId, itemId }));
}

/** The same of a spot check of one. */
export async function drawnItem(world: Pick<World, 'sql'>, spotCheckId: string) {
  const [item] = await drawnItems(world, spotCheckId);
  if (!item) throw new Error('nothing was drawn');
  return item;
}
