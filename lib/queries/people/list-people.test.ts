import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { getOrganisation } from '@/lib/queries/organisations/get-organisation';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { listColleagues, listStaff } from './list-people';
import type { PeoplePage } from './person-rows';

let world: World;
let acme: Supplier;
let other: Supplier;
let manager: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
  other = await world.supplier('Other Care');
  manager = await world.staff('Mo Manager', 'manager');
  // Names in either case, each three times; every fifth person has left.
  for (const [organisation, role] of [
    [acme.id, 'contributor'],
    [null, 'assessor'],
  ] as const)
    await world.sql`insert into people (organisation_id, email, name, roles, active, created_at)
      select ${organisation}::uuid, ${role} || n || '@list.example',
        case when n % 2 = 0 then 'person ' else 'Person ' end || n / 3, array[${role}], n % 5 <> 0, now()
      from generate_series(1, 60) n`;
});
afterAll(() => world.end());

type List = (after?: string) => Promise<PeoplePage | null | undefined>;

/** Every page of a list, by the links between them. */
async function walk(list: List): Promise<PeoplePage[]> {
  const pages: PeoplePage[] = [];
  for (let after: string | undefined; pages.length < 10; ) {
    const page = await list(after);
    if (!page) throw new Error('no list');
    pages.push(page);
    if (page.next === null) break;
    after = page.next;
  }
  return pages;
}

const LISTS: Record<string, { list: List; holds: () => Promise<number> }> = {
  'the staff': {
    list: (after) => listStaff(manager, after),
    holds: () => count(null),
  },
  'an administrator’s colleagues': {
    list: (after) => listColleagues(acme.person, after),
    holds: () => count(acme.id),
  },
  'an organisation’s people': {
    list: async (after) => (await getOrganisation(manager, acme.id, after))?.people,
    holds: () => count(acme.id),
  },
};
async function count(organisation: string | null): Promise<number> {
  const [row] = await world.sql`select count(*)::int as count from people
    where organisation_id is not distinct from ${organisation}::uuid`;
  return row?.count;
}

test.each(Object.entries(LISTS))('%s: 25 to a page, everybody once, in order', async (_, each) => {
  const pages = await walk(each.list);
  expect(pages.slice(0, -1).map(({ rows }) => rows.length)).toEqual([25, 25]);
  const all = pages.flatMap(({ rows }) => rows);
  expect(new Set(all.map(({ id }) => id)).size).toBe(await each.holds());
  expect(all).toHaveLength(await each.holds());
  const keys = all.map(({ active, name, id }) => [active ? 0 : 1, name.toLowerCase(), id]);
  expect(keys.map(String)).toEqual(keys.map(String).toSorted());
});

test('nonsense, or somebody whom the reader may not see, means the first page', async () => {
  const first = await listColleagues(acme.person);
  for (const after of ['nonsense', "' or true", other.person.personId, manager.personId])
    expect(await listColleagues(acme.person, after)).toEqual(first);
  expect(await listStaff(acme.person)).toBeNull();
  expect(await listColleagues(acme.contributor)).toBeNull();
});
