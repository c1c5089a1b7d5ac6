import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { people } from '@/db/schema';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { PeopleFilter, PeopleState } from '@/lib/domain/people-filter';
import { type Actor, can, isSupplier } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';
import { type PeoplePage, type PersonRow, readPeoplePage } from './person-rows';
import { type StaffFacts, withStaffFacts } from './staff-facts';

/** The staff that a filter leaves, on a day. */
function narrowed({ role, state }: PeopleFilter, today: PlainDate): SQL | undefined {
  const states: Record<PeopleState, SQL> = {
    active: sql`${people.active}`,
    deactivated: sql`not ${people.active}`,
    absent: sql`${people.active} and exists (select from absences a
      where a.person_id = ${people.id} and a.until > ${today}::date)`,
    never: sql`not exists (select from events e
      where e.actor_id = ${people.id} and e.type = 'person.signed_in')`,
  };
  return and(
    isNull(people.organisationId),
    role ? sql`${role} = any(${people.roles})` : undefined,
    state ? states[state] : undefined,
  );
}

type StaffPage = { rows: (PersonRow & StaffFacts)[]; next: string | null };
const EVERYBODY: PeopleFilter = { role: null, state: null };

/**
 * The staff for managers, 25 at a time: active ones first, then by name, with when each signed in
 * last. `after` is the `next` of the page before; nonsense means the first page. Null without the
 * permission.
 */
export async function listStaff(
  actor: Actor,
  after?: string,
  filter: PeopleFilter = EVERYBODY,
): Promise<StaffPage | null> {
  if (!can(actor, 'people:manage')) return null;
  const today = londonDate(now());
  return asActor(actor, async (tx) => {
    const { rows, next } = await readPeoplePage(tx, narrowed(filter, today), after);
    return { rows: await withStaffFacts(tx, rows), next };
  });
}

/** The same of the administrator's own organisation. */
export async function listColleagues(actor: Actor, after?: string): Promise<PeoplePage | null> {
  if (!can(actor, 'colleague:manage') || !isSupplier(actor)) return null;
  const own = eq(people.organisationId, actor.organisationId);
  return asActor(actor, (tx) => readPeoplePage(tx, own, after));
}
