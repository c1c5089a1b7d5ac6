import { eq, isNull } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { people } from '@/db/schema';
import { type Actor, can, isSupplier } from '@/lib/domain/permissions';
import { type PeoplePage, readPeoplePage } from './person-rows';

/**
 * The staff for managers, 25 at a time: active ones first, then by name. `after` is the `next` of the
 * page before; nonsense means the first page. Null without the permission.
 */
export async function listStaff(actor: Actor, after?: string): Promise<PeoplePage | null> {
  if (!can(actor, 'people:manage')) return null;
  return asActor(actor, (tx) => readPeoplePage(tx, isNull(people.organisationId), after));
}

/** The same of the administrator's own organisation. */
export async function listColleagues(actor: Actor, after?: string): Promise<PeoplePage | null> {
  if (!can(actor, 'colleague:manage') || !isSupplier(actor)) return null;
  const own = eq(people.organisationId, actor.organisationId);
  return asActor(actor, (tx) => readPeoplePage(tx, own, after));
}
