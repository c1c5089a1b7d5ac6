import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { askForMoreTime } from '@/lib/commands/apply/ask-for-more-time';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { cancelRequest } from './cancel-request';
import { expireRequest, expireRequests } from './expire-requests';
import { extendRequest } from './extend-request';

const NOW = '2026-11-23T10:00:00Z';
const system: SystemActor = { kind: 'system', name: 'requests.expire' };
let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let ben: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
  ben = await world.staff('Ben Assessor', 'assessor');
});
afterEach(() => moveClock(NOW));
afterAll(() => world.end());

async function requested() {
  const reference = await work.submitted(acme, asha);
  await work.reviewAll(asha, reference, { isms: 'insufficient' });
  expectOk(await work.send(asha, reference));
  return reference;
}
const request = async (reference: string) => {
  const { id } = await work.row(reference);
  const [found] = await world.sql`select *, due_on::text as due from information_requests
    where application_id = ${id} order by sent_at desc limit 1`;
  return found;
};
const due = async (reference: string) => {
  const [found] = await world.sql`select due_on::text as due from applications
    where reference = ${reference}`;
  return found?.due;
};
const version = async (reference: string): Promise<number> => (await work.row(reference)).version;

describe('more time', () => {
  test('moves the due date and answers the wish, so that it may be voiced again', async () => {
    const reference = await requested();
    expectOk(await askForMoreTime(acme.person, { reference, reason: 'Our auditor is away' }));
    const input = { reference, dueOn: '2026-12-21', version: await version(reference) };
    expectOk(await extendRequest(asha, input));
    expect(await due(reference)).toBe('2026-12-21');
    expect(await request(reference)).toMatchObject({
      ...{ due: '2026-12-21', status: 'open', extension_asked_at: null, extension_reason: null },
    });
    expect((await world.eventsOf(reference)).at(-1)).toMatchObject({
      ...{ type: 'request.extended', audience: 'supplier' },
      contents: { before: '2026-12-07', after: '2026-12-21' },
    });
    expectOk(await askForMoreTime(acme.person, { reference, reason: 'Still away' }));
  });

  test.each([
    ['', 'invalid'],
    ['2026-12-07', 'invalid'],
    ['2026-12-04', 'invalid'],
    ['2026-12-26', 'invalid'],
    ['2027-06-01', 'invalid'],
  ])('until %j is %s', async (dueOn, code) => {
    const reference = await requested();
    const input = { reference, dueOn, version: await version(reference) };
    expect(codeOf(await extendRequest(asha, input))).toBe(code);
    expect(await due(reference)).toBe('2026-12-07');
  });

  test('only by the assessor, on an open request, of the version shown', async () => {
    const reference = await requested();
    const input = { reference, dueOn: '2026-12-21', version: await version(reference) };
    expect(codeOf(await extendRequest(ben, input))).toBe('not_assignee');
    expect(codeOf(await extendRequest(acme.person, input))).toBe('forbidden');
    expect(codeOf(await extendRequest(asha, { ...input, version: 1 }))).toBe('conflict');
    expect(codeOf(await extendRequest(asha, { ...input, reference: 'DSI-AAAA-AAAA' }))).toBe(
      'not_found',
    );
    await work.resubmit(acme, reference);
    expect(codeOf(await extendRequest(asha, input))).toBe('wrong_status');
  });
});

describe('cancelling', () => {
  test('brings the case back, its target put off by the days that the supplier had it', async () => {
    const reference = await requested();
    expect(await due(reference)).toBe('2026-12-07');
    moveClock('2026-11-26T09:00:00Z');
    const input = { reference, reason: 'Sent by mistake', version: await version(reference) };
    expectOk(await cancelRequest(asha, input));
    expect(await work.row(reference)).toMatchObject({ status: 'in_assessment', round: 1 });
    expect(await due(reference)).toBe('2026-12-10');
    expect(await request(reference)).toMatchObject({ status: 'cancelled' });
    expect((await world.eventsOf(reference)).at(-1)).toMatchObject({
      ...{ type: 'request.cancelled', audience: 'supplier' },
      contents: { reason: 'Sent by mistake' },
    });
    expect((await work.row(reference)).requests_sent).toBe(1);
    expectOk(await work.send(asha, reference, { dueOn: '2026-12-21' }));
    expect((await work.row(reference)).requests_sent).toBe(2);
  });

  test('only by the assessor, on an open request, of the version shown', async () => {
    const reference = await requested();
    const input = { reference, version: await version(reference) };
    expect(codeOf(await cancelRequest(ben, input))).toBe('not_assignee');
    expect(codeOf(await cancelRequest(acme.person, input))).toBe('forbidden');
    expect(codeOf(await cancelRequest(asha, { ...input, version: 1 }))).toBe('conflict');
    expect(codeOf(await cancelRequest(asha, { ...input, reason: 'a\u0000' }))).toBe('invalid');
    expectOk(await cancelRequest(asha, input));
    expect(codeOf(await cancelRequest(asha, input))).toBe('wrong_status');
  });
});

describe('running out', () => {
  test('ten working days after the due date, and not a day earlier', async () => {
    const [first, second] = [await requested(), await requested()];
    const later = { reference: second, dueOn: '2026-12-14', version: await version(second) };
    expectOk(await extendRequest(asha, later));
    // Due on 7 December: the tenth working day after it is the 21st.
    moveClock('2026-12-21T23:00:00Z');
    expect(codeOf(await expireRequest(system, { reference: first }))).toBe('not_due');
    moveClock('2026-12-22T00:30:00Z');
    expect(expectOk(await expireRequests(system)).expired).toBeGreaterThanOrEqual(1);
    expect((await work.row(first)).status).toBe('in_assessment');
    expect((await work.row(second)).status).toBe('information_requested');
    expect(await request(first)).toMatchObject({ status: 'expired' });
    expect((await world.eventsOf(first)).at(-1)).toMatchObject({
      ...{ type: 'request.expired', audience: 'supplier' },
    });
    // Received on 23 November; the supplier had it for 21 working days of the ten.
    expect(await due(first)).toBe('2027-01-08');
    expect(expectOk(await expireRequests(system))).toEqual({ expired: 0 });
  });

  test('only the system, and never one that was answered', async () => {
    const reference = await requested();
    await work.resubmit(acme, reference);
    expect(codeOf(await expireRequests(asha))).toBe('forbidden');
    expect(codeOf(await expireRequest(asha, { reference }))).toBe('forbidden');
    moveClock('2027-02-01T00:00:00Z');
    expect(codeOf(await expireRequest(system, { reference }))).toBe('wrong_status');
    expect((await work.row(reference)).status).toBe('submitted');
  });
});
