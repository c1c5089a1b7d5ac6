import { sql as raw } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { getSetting } from '@/lib/queries/settings/get-setting';
import { listSettings } from '@/lib/queries/settings/list-settings';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { changeSetting } from './change-setting';

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
  await world.sql`delete from settings where number > 1`;
});

const on = (day: string, month: string, year: string) => ({
  ...{ 'inForce-day': day, 'inForce-month': month, 'inForce-year': year },
});
const change = (value: string, more: object = {}, actor: PersonActor = mo) =>
  changeSetting(actor, {
    ...{ name: 'target_days', number: '1', value, reason: 'A trial' },
    ...{ ...on('23', '11', '2026'), ...more },
  });
const fieldsOf = (result: Awaited<ReturnType<typeof change>>) =>
  !result.ok && result.problem.kind === 'invalid'
    ? result.problem.fields.map(({ field }) => field)
    : [];
const submitted = async () => {
  const reference = await world.finishedDraft(acme);
  const idempotencyKey = `key-of-this-test-${reference}`;
  expectOk(await submitApplication(acme.signatory, { reference, idempotencyKey, confirmed: true }));
  const dueOn = async () =>
    (await world.sql`select due_on::text from applications where reference = ${reference}`)[0]
      ?.due_on;
  return dueOn;
};

test('it is ten working days until somebody changes it, and anybody may know', async () => {
  for (const actor of [mo, asha, acme.person, { kind: 'visitor' } as const])
    expect(await getSetting(actor, 'target_days')).toBe(10);
  expect(await getSetting(acme.person, 'request_days')).toBe(10);
});

test('a change counts from its day on for what begins then; what was given stays', async () => {
  const before = await submitted();
  expect(await before()).toBe('2026-12-07');
  expectOk(await change('5', on('25', '11', '2026')));
  moveClock('2026-11-24T23:59:00Z');
  expect(await (await submitted())()).toBe('2026-12-08');
  moveClock('2026-11-25T00:00:00Z');
  expect(await (await submitted())()).toBe('2026-12-02');
  expect(await before()).toBe('2026-12-07');
  expect(await getSetting(mo, 'request_days')).toBe(10);
  expect(await getSetting(mo, 'target_days', new Date('2026-11-24T12:00:00Z'))).toBe(10);
});

test('of today it counts from now on, and what was counted earlier that day stays', async () => {
  expectOk(await change('15'));
  expect(await getSetting(mo, 'target_days')).toBe(15);
  expect(await getSetting(mo, 'target_days', new Date('2026-11-23T09:59:59Z'))).toBe(10);
});

test('its history names who and why, and an event tells the audit', async () => {
  const { id } = expectOk(await change('8', on('1', '12', '2026')));
  expectOk(await change('7', { ...on('1', '12', '2026'), number: '2', reason: 'Mistyped' }));
  const [target] = (await listSettings(mo)) ?? [];
  expect(target).toMatchObject({ name: 'target_days', value: 10, last: 3 });
  expect(target?.versions.map((one) => [one.value, one.standing, one.changedBy])).toEqual([
    [7, 'ahead', 'Mo Manager'],
    [8, 'replaced', 'Mo Manager'],
    [10, 'in_force', null],
  ]);
  moveClock('2026-12-01T00:00:00Z');
  expect(await getSetting(acme.person, 'target_days')).toBe(7);
  const [event] = await world.sql`select e.type, e.audience, c.contents from events e
    join event_contents c on c.event_id = e.id where e.subject_id = ${id}`;
  expect(event).toMatchObject({
    ...{ type: 'setting.changed', audience: 'staff' },
    contents: { setting: 'target_days', before: 10, value: 8, reason: 'A trial' },
  });
});

test('of two changes at once one is refused, and says so', async () => {
  const both = await Promise.all([change('8'), change('9')]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'changed_since' } });
  expect(await change('7')).toMatchObject({ problem: { code: 'changed_since' } });
});

test.each([
  ['no number', 'ten', {}, ['value']],
  ['none at all', '0', {}, ['value']],
  ['too many', '61', {}, ['value']],
  ['a part of a day', '1.5', {}, ['value']],
  ['yesterday', '8', on('22', '11', '2026'), ['inForce']],
  ['far ahead', '8', on('24', '11', '2028'), ['inForce']],
  ['no such day', '8', on('31', '11', '2026'), ['inForce-day']],
  ['no reason', '8', { reason: ' ' }, ['reason']],
])('%s is refused at its field', async (_, value, more, fields) => {
  const found = fieldsOf(await change(value, more));
  expect(found.map((field) => field.replace(/^inForce.*/, 'inForce'))).toEqual(
    fields.map((field) => field.replace(/^inForce.*/, 'inForce')),
  );
  expect(await getSetting(mo, 'target_days')).toBe(10);
});

test('nobody else changes it, and no version is ever changed or read with its reason outside', async () => {
  for (const actor of [asha, acme.person])
    expect(await change('8', {}, actor)).toMatchObject({ problem: { kind: 'forbidden' } });
  expect(await listSettings(asha)).toBeNull();
  for (const statement of ['update settings set value = 1', 'delete from settings'])
    await expect(asActor(mo, (tx) => tx.execute(raw.raw(statement)))).rejects.toMatchObject({
      code: '42501',
    });
  const read = asActor(acme.person, (tx) => tx.execute(raw`select reason from settings`));
  await expect(read).rejects.toMatchObject({ code: '42501' });
});
