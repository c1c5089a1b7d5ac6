import type { PersonActor } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';

/** Somebody who proved just now that it is them, whenever it is asked; it is not copied with them. */
export const alwaysProved = (actor: PersonActor): PersonActor =>
  Object.defineProperty({ ...actor }, 'proof', {
    get: () => ({ at: now(), way: 'password' }),
    enumerable: false,
  });
