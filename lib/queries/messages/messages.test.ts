import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { listDeliveries } from './list-deliveries';
import { listMessages } from './list-messages';

let world: World;
let acme: Supplier;
let asha: PersonActor;
let mo: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
  mo = await world.staff('Mo Manager', 'manager');
});
afterAll(() => world.end());

/** So many messages to one person, a minute apart, three of them at one instant. */
async function put(person: PersonActor, count: number) {
  await world.sql`insert into messages (person_id, organisation_id, kind, cause, content, way, created_at)
    select ${person.personId}, ${person.organisationId}, 'decided', n::text,
      jsonb_build_object('heading', 'Number ' || n), 'at_once',
      timestamptz '2026-11-23T10:00:00Z' + make_interval(mins => greatest(n, 3))
    from generate_series(1, ${count}::int) n`;
}

test('one reads one’s own, the newest first, page by page, each once', async () => {
  await put(acme.person, 60);
  await put(asha, 1);
  const headings: string[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < 9; pages += 1) {
    const page = await listMessages(acme.person, after);
    headings.push(...(page?.rows ?? []).map(({ content }) => content.heading));
    if (!page?.next) break;
    after = page.next;
  }
  expect(headings).toHaveLength(60);
  expect(new Set(headings).size).toBe(60);
  expect(headings[0]).toBe('Number 60');
  expect((await listMessages(acme.person, 'nonsense'))?.rows).toHaveLength(25);
  expect((await listMessages(asha))?.rows).toHaveLength(1);
  expect(await listMessages({ kind: 'system', name: 'test' })).toBeNull();
});

test('how many are new comes with the list, on each of its pages, up to 100', async () => {
  const { person: kim } = await world.supplier('Kestrel Care');
  expect((await listMessages(kim))?.unread).toBeUndefined();
  await put(kim, 60);
  await world.sql`update messages set read_at = created_at
    where person_id = ${kim.personId} and cause::int > 40`;
  const first = await listMessages(kim);
  expect(first?.unread).toBe(40);
  expect((await listMessages(kim, first?.next ?? ''))?.unread).toBe(40);
  await world.sql`insert into messages (person_id, organisation_id, kind, cause, content, way, created_at)
    select person_id, organisation_id, kind, 'again ' || cause, content, way, created_at
    from messages where person_id = ${kim.personId}`;
  expect((await listMessages(kim))?.unread).toBe(100);
});

test('managers see what became of each email, the failed ones apart; nobody else does', async () => {
  const row = (state: string, at: string, messageId: string | null) =>
    world.sql`insert into deliveries (person_id, message_id, state, to_address, created_at)
      values (${acme.person.personId}, ${messageId}, ${state}, 'pat@test.example', ${at})`;
  const [message] = await world.sql`select id from messages limit 1`;
  await row('failed', '2026-11-23T10:00:00Z', null);
  await row('sent', '2026-11-23T11:00:00Z', message?.id);
  const found = await listDeliveries(mo, { failed: '', all: '' });
  expect(found?.failed.rows.map(({ state }) => state)).toEqual(['failed']);
  expect(found?.all.rows).toMatchObject([
    { state: 'sent', kind: 'message', name: acme.person.name, address: 'pat@test.example' },
    { state: 'failed', kind: 'digest' },
  ]);
  expect(await listDeliveries(asha, { failed: '', all: '' })).toBeNull();
  expect(await listDeliveries(acme.person, { failed: '', all: '' })).toBeNull();
});
