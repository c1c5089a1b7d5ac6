import { sql as raw } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { cancelRequest } from '@/lib/commands/assess/cancel-request';
import type { PersonActor } from '@/lib/domain/permissions';
import type { SettingName } from '@/lib/domain/settings';
import { moveClock } from '@/lib/ports/clock';
import { getCase } from '@/lib/queries/assess/get-case';
import { getFlow } from '@/lib/queries/figures/get-flow';
import { type Assessment, assessment } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { changeSetting } from './change-setting';

let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let mo: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
  mo = await world.staff('Mo Manager', 'manager');
});
afterAll(() => world.end());
beforeEach(async () => {
  moveClock('2026-11-23T10:00:00Z');
  await world.sql`delete from settings where number > 1`;
});

/** From eleven o’clock on, since its day is today. */
async function change(name: SettingName, value: number) {
  const day = { 'inForce-day': '23', 'inForce-month': '11', 'inForce-year': '2026' };
  moveClock('2026-11-23T11:00:00Z');
  const input = { name, number: '1', value: String(value), reason: 'A busy winter', ...day };
  expectOk(await changeSetting(mo, input));
  moveClock('2026-11-23T12:00:00Z');
}
const dueOn = async (reference: string) => {
  const [row] = await world.sql`select due_on::text as due from applications
    where reference = ${reference}`;
  return row?.due;
};
async function askedAndCancelled(reference: string) {
  await work.reviewAll(asha, reference, { isms: 'insufficient' });
  expectOk(await work.send(asha, reference));
  const { version } = await work.row(reference);
  expectOk(await cancelRequest(asha, { reference, version, reason: 'Sent by mistake' }));
}

test('a round keeps its target also where a request of it ends unanswered', async () => {
  const before = await work.submitted(acme, asha);
  await change('target_days', 12);
  const later = await work.submitted(acme, asha);
  for (const reference of [before, later]) await askedAndCancelled(reference);
  expect([await dueOn(before), await dueOn(later)]).toEqual(['2026-12-07', '2026-12-09']);
});

test('an application keeps the number of requests that held when it was started', async () => {
  const before = await work.submitted(acme, asha);
  await change('requests_most', 1);
  const later = await work.submitted(acme, asha);
  for (const [reference, most] of [
    [before, 3],
    [later, 1],
  ] as const) {
    await askedAndCancelled(reference);
    const view = await getCase(asha, reference);
    expect(view).toMatchObject({ requestsSent: 1, requestsMost: most });
    // Once no more may be asked for, what is still insufficient permits a rejection.
    expect(view?.facts).toMatchObject({ requestsSent: 1, requestsMost: most });
    const again = await work.send(asha, reference);
    expect(again.ok ? 'sent' : again.problem).toEqual(
      most > 1 ? 'sent' : expect.objectContaining({ code: 'no_request_left' }),
    );
  }
});

test('a request is offered the due date of the day, and the chart of flow its target', async () => {
  await change('request_days', 5);
  await change('target_days', 12);
  const reference = await work.submitted(acme, asha);
  expect((await getCase(asha, reference))?.requestDays).toBe(5);
  const week = { period: 'week', from: '2026-11-23', to: '2026-11-23' } as const;
  const nobody = { assessorId: null, organisationId: null, productId: null };
  expect((await getFlow(mo, { ...week, ...nobody }))?.targets).toEqual([
    { value: 12, inForceOn: '2026-11-23' },
    { value: 10, inForceOn: '2000-01-01' },
  ]);
});

test('the database lets nobody but a manager write one, and only in their own name', async () => {
  const insert = (by: PersonActor) => raw`insert into settings
    (name, number, value, in_force_on, reason, changed_by, at)
    values ('target_days', 2, 1, '2026-11-23', 'x', ${by.personId}, now())`;
  for (const [actor, by] of [
    [asha, asha],
    [mo, asha],
    [acme.person, acme.person],
  ] as const)
    await expect(asActor(actor, (tx) => tx.execute(insert(by)))).rejects.toMatchObject({
      code: '42501',
    });
  await asActor(mo, (tx) => tx.execute(insert(mo)));
});
