import { sql as raw } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import type { FormValues } from '@/lib/domain/form-state';
import { FIRST_GUIDANCE } from '@/lib/domain/guidance';
import { guidanceValues } from '@/lib/domain/guidance-form';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { getGuidanceForm } from '@/lib/queries/guidance/get-guidance-form';
import { listGuidance } from '@/lib/queries/guidance/list-guidance';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { publishGuidance } from './publish-guidance';

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
  await world.sql`delete from guidance_versions where number > 1`;
});

const values = (changes: FormValues = {}) => ({
  ...guidanceValues(FIRST_GUIDANCE, 'euo-process'),
  ...{ why: 'Suppliers asked', ...changes },
});
const publish = (changes: FormValues, number = 1, actor = mo) =>
  publishGuidance(actor, { questionId: 'euo-process', number, values: values(changes) });
const REWORDED = { 'point-who': 'Who checks, by name' };

test('a version says what it changed, who published it and why, and the audit hears of it', async () => {
  expect(expectOk(await publish({ ...REWORDED, 'point-new1': 'Where it is kept' }))).toEqual({
    number: 2,
  });
  const view = await listGuidance(mo);
  expect(view?.newest.number).toBe(2);
  expect(view?.versions).toMatchObject([
    {
      ...{ number: 2, publishedBy: 'Mo Manager', reason: 'Suppliers asked' },
      changes: [
        { questionId: 'euo-process', how: 'added', after: 'Where it is kept' },
        { questionId: 'euo-process', how: 'reworded', before: 'Who checks' },
      ],
    },
    { number: 1, publishedBy: null, changes: [] },
  ]);
  const [event] = await world.sql`select e.audience, c.contents from events e
    join event_contents c on c.event_id = e.id join guidance_versions v on v.id = e.subject_id
    where e.type = 'guidance.published' and v.number = 2`;
  expect(event).toMatchObject({
    audience: 'staff',
    contents: {
      ...{ number: 2, questionId: 'euo-process', reason: 'Suppliers asked' },
      changes: expect.stringContaining(
        'Q.3 EUO process: coverage point reworded: ‘Who checks’ is now ‘Who checks, by name’',
      ),
    },
  });
  expect(expectOk(await publish({ 'point-who': 'Who checks, by role' }, 2)).number).toBe(3);
  expect((await listGuidance(mo, 2))?.versions.map(({ number }) => number)).toEqual([1]);
});

test('of two managers at once one is told, and what the other published is shown', async () => {
  const both = await Promise.all([publish(REWORDED), publish({ 'point-who': 'Who it is' })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'changed_since' } });
  expect(await publish({ 'point-who': 'Late' })).toMatchObject({
    problem: { code: 'changed_since' },
  });
  const view = await getGuidanceForm(mo, 1);
  expect(view).toMatchObject({ newest: { number: 2 }, seen: { number: 1 } });
  expect(view?.since.map(({ number }) => number)).toEqual([2]);
  expect((await getGuidanceForm(mo, 99))?.since).toEqual([]);
});

test('what changes nothing makes no version, and what is wrong is said at its field', async () => {
  expect(await publish({})).toMatchObject({ problem: { code: 'same' } });
  expect(await publish({ 'point-who': ' Who  checks ' })).toMatchObject({
    problem: { code: 'same' },
  });
  expect(await publish({ 'point-who': 'x'.repeat(201) })).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'point-who' }] },
  });
  for (const input of [null, { questionId: 'nope', number: 1, values: {} }, { number: 0 }])
    expect(await publishGuidance(mo, input)).toMatchObject({ problem: { kind: 'invalid' } });
  expect((await listGuidance(mo))?.newest.number).toBe(1);
});

test('managers alone publish, having proved that it is them', async () => {
  for (const actor of [asha, acme.person])
    expect(await publish(REWORDED, 1, actor)).toMatchObject({ problem: { kind: 'forbidden' } });
  // What proves it is not copied with the actor.
  const unproved = { ...mo };
  expect(await publish(REWORDED, 1, unproved)).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'proof' }] },
  });
  expect(await listGuidance(asha)).toBeNull();
  expect(await getGuidanceForm(acme.person, null)).toBeNull();
});

test('the database lets nobody else publish, nobody change a version, and keeps who and why inside', async () => {
  expectOk(await publish(REWORDED));
  const insert = (by: PersonActor) => raw`insert into guidance_versions
    (number, texts, reason, published_by, at) values (3, '{}', 'x', ${by.personId}, now())`;
  const refusals: [PersonActor, ReturnType<typeof insert>][] = [
    [asha, insert(asha)],
    [mo, insert(asha)],
    [acme.person, insert(acme.person)],
    [mo, raw`update guidance_versions set texts = '{}' where number = 2`],
    [mo, raw`delete from guidance_versions where number = 2`],
    [acme.person, raw`select reason from guidance_versions`],
    [acme.person, raw`select published_by from guidance_versions`],
    [acme.person, raw`update applications set guidance = 2`],
    [asha, raw`update applications set guidance = 2`],
  ];
  for (const [actor, statement] of refusals)
    await expect(asActor(actor, (tx) => tx.execute(statement))).rejects.toMatchObject({
      code: '42501',
    });
});
