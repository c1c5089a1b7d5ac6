import { NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { GET } from '@/app/manage/audit/export/route';
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
  signedIn.actor = await world.staff('Mo Manager', 'manager');
});
afterAll(() => world.end());

const asks = (query: string) =>
  GET(new NextRequest(`http://portal.example${paths.auditExport}?format=csv${query}`));
const noted = async () => {
  const rows =
    await world.sql`select c.contents from events e join event_contents c on c.event_id = e.id
    where e.type = 'audit.exported' order by e.sequence`;
  return rows.map(({ contents }) => contents);
};

test('is noted before any of it is sent, and once, also where it is broken off', async () => {
  const answer = await asks('&type=person.invited');
  expect(answer.status).toBe(200);
  expect(await noted()).toEqual([{ format: 'csv', filter: 'type=person.invited' }]);
  await answer.body?.cancel();
  expect(await noted()).toHaveLength(1);
  expect(await (await asks('')).text()).toContain('when,what,event');
  expect(await noted()).toHaveLength(2);
});

test.each([
  ['&who=Zed', '?who=Zed'],
  ['&person=Zed&type=person.invited', '?type=person.invited&person=Zed'],
  ['&supplier=nobody', '?supplier=nobody'],
  ['&reference=DSI-2222-2222', '?reference=DSI-2222-2222'],
  ['&from=31%2F2%2F2026', '?from=31%2F2%2F2026'],
])('%s is led to the page, which says what is wrong; nothing is noted', async (query, page) => {
  const before = await noted();
  const answer = await asks(query);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${paths.audit}${page}`]);
  expect(await noted()).toEqual(before);
});
