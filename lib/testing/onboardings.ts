import { addOnboarding } from '@/lib/commands/onboardings/add-onboarding';
import { recordAupAlert } from '@/lib/commands/onboardings/record-aup-alert';
import { recordCheck } from '@/lib/commands/onboardings/record-check';
import type { PlainDate } from '@/lib/domain/dates';
import { typedDate } from '@/lib/domain/typed-date';
import { expectOk, type Supplier, type World } from './world';

/** Forms as the pages post them, for tests of onboardings; their days are those of a good one. */
export const typed = {
  details: (changes: Record<string, string> = {}) => ({ name: 'Elm Surgery', ...changes }),
  alert: (changes: Record<string, string> = {}, on: PlainDate = '2026-10-02') => ({
    ...{ version: '2', method: 'Email', alertedBy: 'Chris' },
    ...typedDate('alerted', on),
    ...changes,
  }),
  check: (changes: Record<string, string> = {}, on: PlainDate = '2026-10-01') => ({
    ...{ checkedBy: 'Chris', code: 'E1', level: 'standards_met', edition: '25/26' },
    ...{ ...typedDate('checked', on), ...typedDate('published', '2026-06-28') },
    ...changes,
  }),
  move: (on: PlainDate, reason = '') => ({ ...typedDate('on', on), reason }),
};

/** Steps of a test that works with onboardings of one database. */
export function onboardingSteps({ sql }: Pick<World, 'sql'>) {
  let count = 0;
  /** A planned one of which only the name is known; answers its id. */
  async function add(
    owner: Supplier,
    changes: Record<string, string> = {},
    odsCode?: string,
  ): Promise<string> {
    count += 1;
    const input = { odsCode: odsCode ?? `E${count}`, productId: owner.productId };
    const values = typed.details(changes);
    return expectOk(await addOnboarding(owner.contributor, { ...input, values })).id;
  }
  const row = async (id: string) => {
    const [found] = await sql`select o.*, o.go_live_on::text as go_live, o.state_on::text as since,
      o.aup_alerted_on::text as alerted from onboardings o where id = ${id}`;
    if (!found) throw new Error('no such onboarding');
    return found;
  };
  const version = async (id: string): Promise<number> => (await row(id)).version;
  /** Everything that makes a planned one ready. */
  async function makeReady(owner: Supplier, id: string): Promise<void> {
    expectOk(await recordCheck(owner.contributor, { onboardingId: id, values: typed.check() }));
    expectOk(
      await recordAupAlert(owner.contributor, {
        ...{ onboardingId: id, version: await version(id), values: typed.alert() },
      }),
    );
  }
  /** The chain of an onboarding, oldest first. */
  const eventsOf = (id: string) =>
    sql<{ type: string; audience: string; contents: Record<string, unknown> }[]>`
      select e.type, e.audience, c.contents from events e join event_contents c on c.event_id = e.id
      where e.subject_id = ${id} order by e.sequence`;
  return { add, row, version, makeReady, eventsOf };
}
