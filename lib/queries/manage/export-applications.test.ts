import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { readQueueView } from '@/lib/domain/queue';
import { makeWorld, type World } from '@/lib/testing/world';
import { countApplications, exportApplications } from './export-applications';
import { getOverview } from './get-overview';

let world: World;
let manager: PersonActor;
let ash: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  manager = await world.staff('Mo', 'manager');
  ash = await world.staff('Ash', 'assessor');
  const owner = await world.supplier('Acme Care');
  for (let n = 0; n < 60; n += 1) {
    const reference = await world.draft(owner);
    const day = new Date(Date.parse('2026-11-01T12:00:00Z') + (n % 9) * 86_400_000);
    await world.force(reference, n % 4 === 0 ? 'approved' : 'in_assessment', {
      ...{ assignee_id: n % 3 === 0 ? ash.personId : null, submitted_at: day },
      due_on: n % 5 === 0 ? null : day.toISOString().slice(0, 10),
    });
  }
});
afterAll(() => world.end());

const view = (query: Record<string, string>) => readQueueView(query, 'confirm');

/** The list page by page, as a manager turns over its pages. */
async function shown(query: Record<string, string>): Promise<string[]> {
  const found: string[] = [];
  for (let page = ''; ; ) {
    const overview = await getOverview(manager, view({ ...query, page }));
    found.push(...(overview?.rows ?? []).map(({ reference }) => reference));
    if (!overview?.next) return found;
    page = overview.next;
  }
}

test.each([
  [{ tab: 'all' }, 60],
  [{ tab: 'all', sort: 'newest' }, 60],
  [{ tab: 'open', sort: 'oldest' }, 45],
  [{ tab: 'unassigned' }, 30],
  [{ tab: 'all', text: 'Acme' }, 60],
  [{ tab: 'all', text: 'x' }, 0],
  [{ tab: 'open', due: 'supplier_late' }, 0],
] as const)('%o is taken away whole, in the order of the page', async (query, count) => {
  const rows = await shown(query);
  expect(rows).toHaveLength(count);
  for (const atATime of [7, 30, 1000]) {
    const taken: string[] = [];
    for await (const some of exportApplications(manager, view(query), atATime))
      taken.push(...some.map(({ reference }) => reference));
    expect(taken).toEqual(rows);
  }
  expect(await countApplications(manager, view(query))).toBe(count);
});

test('is for managers alone', async () => {
  expect(await countApplications(ash, view({}))).toBeNull();
  expect((await exportApplications(ash, view({})).next()).done).toBe(true);
});
