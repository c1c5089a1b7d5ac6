import { eq, isNull } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { people } from '@/db/schema';
import { type Actor, can, isSupplier } from '@/lib/domain/permissions';
import { type PersonRow, readPeople } from './person-rows';

/** Everybody of the staff, for managers; null without the permission. */
export async function listStaff(actor: Actor): Promise<PersonRow[] | null> {
  if (!can(actor, 'people:manage')) return null;
  return asActor(actor, (tx) => readPeople(tx, isNull(people.organisationId)));
}

/** Everybody of the administrator's own organisation; null without the permission. */
export async function listColleagues(actor: Actor): Promise<PersonRow[] | null> {
  if (!can(actor, 'colleague:manage') || !isSupplier(actor)) return null;
  return asActor(actor, (tx) => readPeople(tx, eq(people.organisationId, actor.organisationId)));
}
