import { asActor } from '@/db/client';
import { listOwnPredecessors } from '@/db/successions';
import { atHome, isSupplier, type PersonActor } from '@/lib/domain/permissions';

/** The organisations that became part of one's own, for which one may act; null for staff. */
export async function listOwnOrganisations(actor: PersonActor) {
  const home = atHome(actor);
  return isSupplier(home) ? asActor(home, listOwnPredecessors) : null;
}
