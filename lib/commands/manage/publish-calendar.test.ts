import { AsyncResource } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { sql as raw } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readCalendar, readCalendarAt } from '@/db/calendars';
import { asActor } from '@/db/client';
import { BASE_CALENDAR } from '@/lib/domain/calendar';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { getCalendars, previewCalendar } from '@/lib/queries/settings/get-calendars';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { publishCalendar } from './publish-calendar';

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
beforeEach(async () => {
  moveClock('2026-11-23T10:00:00Z');
  await world.sql`delete from calendar_versions where number > 1`;
});

const listOf = (...dates: string[]) =>
  JSON.stringify({
    'england-and-wales': { events: dates.map((date) => ({ date, title: `Of ${date}` })) },
  });
const FILE = listOf('2026-12-10', '2026-12-25', '2026-12-28', '2027-01-01');
const publish = (text: string, number = 1, actor = mo, more = {}) =>
  publishCalendar(actor, {
    ...{ number, fileName: 'bank-holidays.json', text },
    ...{
      source: 'https://www.gov.uk/bank-holidays.json',
      why: 'A holiday was proclaimed',
      ...more,
    },
  });

test('a version keeps the days, where they are from, who published it and why, and the audit hears of it', async () => {
  expect(expectOk(await publish(FILE))).toEqual({ number: 2, counted: 0 });
  const sha256 = createHash('sha256').update(FILE).digest('hex');
  const view = await getCalendars(mo);
  expect(view).toMatchObject({ inForce: { number: 2 }, next: null });
  expect(view?.versions).toMatchObject([
    {
      ...{ number: 2, fileName: 'bank-holidays.json', sha256, publishedBy: 'Mo Manager' },
      ...{ source: 'https://www.gov.uk/bank-holidays.json', reason: 'A holiday was proclaimed' },
      covers: { from: '2026-12-10', to: '2027-01-01' },
      changes: { added: ['2026-12-10'], removed: [] },
    },
    { number: 1, publishedBy: null, covers: null, changes: { added: [], removed: [] } },
  ]);
  const [event] = await world.sql`select e.audience, c.contents from events e
    join event_contents c on c.event_id = e.id join calendar_versions v on v.id = e.subject_id
    where e.type = 'calendar.published' and v.number = 2`;
  expect(event).toMatchObject({
    audience: 'staff',
    contents: { number: 2, sha256, added: '10 December 2026', removed: 'none', counted: 0 },
  });
});

test('it holds for everybody from then on, and what was promised before goes by the one before', async () => {
  expectOk(await publish(FILE));
  for (const actor of [mo, asha, acme.person])
    expect((await asActor(actor, readCalendar)).days).toContain('2026-12-10');
  const before = new Date('2026-11-23T09:59:59Z');
  expect(await asActor(acme.person, (tx) => readCalendarAt(tx, before))).toBe(BASE_CALENDAR);
});

test('a page that is being made goes by one calendar, also when the next is published meanwhile', async () => {
  // Outside the transaction, as another request would.
  const publishElsewhere = AsyncResource.bind(() => publish(FILE));
  const seen = await asActor(asha, async (tx) => {
    const before = await readCalendar(tx);
    expectOk(await publishElsewhere());
    return [before, await readCalendar(tx)];
  });
  expect(seen).toEqual([BASE_CALENDAR, BASE_CALENDAR]);
  expect(await asActor(asha, readCalendar)).not.toBe(BASE_CALENDAR);
});

test('of two managers at once one is told, and the other sees what changed meanwhile', async () => {
  const both = await Promise.all([publish(FILE), publish(listOf('2026-12-11'))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'changed_since' } });
  expect(await publish(listOf('2026-12-14'))).toMatchObject({
    problem: { code: 'changed_since' },
  });
  const seen = await previewCalendar(mo, [{ date: '2026-12-14', title: 'Of it' }]);
  expect(seen).toMatchObject({ inForce: { number: 2 }, newest: { publishedBy: 'Mo Manager' } });
  expect(seen?.changes.added).toEqual(['2026-12-14']);
});

test('the same days are nothing to publish, and what is wrong is said at its field', async () => {
  expectOk(await publish(FILE));
  expect(await publish(FILE, 2)).toMatchObject({ problem: { code: 'same' } });
  // Covering more days is something, also where it counts none otherwise.
  const longer = listOf('2026-12-10', '2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26');
  expect(expectOk(await publish(longer, 2))).toEqual({ number: 3, counted: 0 });
  for (const [text, more, field] of [
    ['{}', {}, 'file'],
    [listOf('2027-06-31'), {}, 'file'],
    [FILE, { source: ' ' }, 'source'],
    [FILE, { source: 'x'.repeat(301) }, 'source'],
    [FILE, { why: '' }, 'why'],
  ] as const)
    expect(await publish(text, 3, mo, more)).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field }] },
    });
});

test('managers alone publish, having proved that it is them', async () => {
  for (const actor of [asha, acme.person])
    expect(await publish(FILE, 1, actor)).toMatchObject({ problem: { kind: 'forbidden' } });
  expect(await publish(FILE, 1, { ...mo })).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'proof' }] },
  });
  expect(await getCalendars(asha)).toBeNull();
  expect(await previewCalendar(acme.person, [])).toBeNull();
});

test('the database lets nobody else publish or count again, and nobody change a version', async () => {
  expectOk(await publish(FILE));
  const insert = (by: PersonActor) => raw`insert into calendar_versions
    (number, days, from_day, to_day, file_name, sha256, source, reason, published_by, at)
    values (3, '[]', '2027-01-01', '2027-01-01', 'x', 'x', 'x', 'x', ${by.personId}, now())`;
  const refusals: [PersonActor, ReturnType<typeof insert>][] = [
    [asha, insert(asha)],
    [mo, insert(asha)],
    [acme.person, insert(acme.person)],
    [mo, raw`update calendar_versions set days = '[]' where number = 2`],
    [mo, raw`delete from calendar_versions where number = 2`],
    [acme.person, raw`select reason from calendar_versions`],
    [acme.person, raw`select published_by from calendar_versions`],
    [acme.person, raw`select count_again('{2026-12-10}')`],
    [asha, raw`select count_again('{2026-12-10}')`],
    [acme.person, raw`select cases_counted_over('{2026-12-10}')`],
  ];
  for (const [actor, statement] of refusals)
    await expect(asActor(actor, (tx) => tx.execute(statement))).rejects.toMatchObject({
      code: '42501',
    });
});
