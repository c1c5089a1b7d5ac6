import { NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { GET } from '@/app/apply/euos/export/route';
import type { PersonActor } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { makeWorld, type World } from '@/lib/testing/world';

const signedIn = vi.hoisted(() => ({ actor: null as PersonActor | null }));
vi.mock('@/lib/auth/session', () => ({
  currentSession: async () => (signedIn.actor ? { actor: signedIn.actor } : null),
}));

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const asks = (query: string) =>
  GET(new NextRequest(`http://portal.example${paths.euoExport}${query}`));
const noted = async () => {
  const rows =
    await world.sql`select c.contents from events e join event_contents c on c.event_id = e.id
    where e.type = 'onboardings.exported' order by e.sequence`;
  return rows.map(({ contents }) => contents);
};

test('is noted before any of it is sent, and once, also where it is broken off', async () => {
  signedIn.actor = (await world.supplier()).contributor;
  const answer = await asks('?format=csv&state=live');
  expect(answer.status).toBe(200);
  expect(await noted()).toEqual([{ format: 'csv', filter: '?state=live' }]);
  await answer.body?.cancel();
  expect(await noted()).toHaveLength(1);
  expect(await (await asks('?format=csv')).text()).toContain('ods_code,name,product');
  expect(await noted()).toHaveLength(2);
});

test('an unknown format, and whoever may not see a ledger, take nothing and leave no note', async () => {
  const before = await noted();
  expect((await asks('?format=pdf')).headers.get('location')).toBe(paths.notFound);
  signedIn.actor = await world.staff('Mo Manager', 'manager');
  expect((await asks('?format=csv')).headers.get('location')).toBe(paths.notFound);
  expect(await noted()).toEqual(before);
});
