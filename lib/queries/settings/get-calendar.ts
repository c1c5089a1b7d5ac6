import { readCalendar, readCalendarAt } from '@/db/calendars';
import { asActor } from '@/db/client';
import type { Calendar } from '@/lib/domain/calendar';
import type { Actor } from '@/lib/domain/permissions';

/** The calendar of bank holidays that is in force, or was at an instant; anybody may know. */
export const getCalendar = (actor: Actor, at?: Date): Promise<Calendar> =>
  asActor(actor, (tx) => (at ? readCalendarAt(tx, at) : readCalendar(tx)));
