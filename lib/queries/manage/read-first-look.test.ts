import { afterAll, beforeAll, expect, test } from 'vitest';
import { BASE_CALENDAR } from '@/lib/domain/calendar';
import { londonDate, workingDaysBetween } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { PersonActor } from '@/lib/domain/permissions';
import { readQueueView } from '@/lib/domain/queue';
import { makeWorld, type World } from '@/lib/testing/world';
import { getOverview } from './get-overview';

const TODAY = '2026-11-23' as const;
let world: World;
let manager: PersonActor;
let assessor: PersonActor;
type Case = { reference: string; status: string; assigned: boolean; dueOn: PlainDate | null };
const made: Case[] = [];

const day = (days: number): PlainDate =>
  londonDate(new Date(Date.parse(`${TODAY}T12:00:00Z`) + days * 86_400_000));

async function make(status: string, assigned: boolean, dueOn: PlainDate | null) {
  const reference = await world.draft(await world.supplier());
  const assignee_id = assigned ? assessor.personId : null;
  await world.force(reference, status, {
    ...{ assignee_id, due_on: dueOn, submitted_at: new Date(`${TODAY}T09:00:00Z`) },
  });
  made.push({ reference, status, assigned, dueOn });
}

const look = async () => {
  const overview = await getOverview(manager, readQueueView({}, 'confirm'));
  return overview?.firstLook ?? Promise.reject(new Error('no overview'));
};

/** The slow, obvious way. */
function wanted(): string[] {
  return made
    .filter(({ status, assigned, dueOn }) => {
      if (status === 'draft' || status === 'approved') return false;
      if (status === 'recommended' || (!assigned && status !== 'information_requested'))
        return true;
      return dueOn !== null && workingDaysBetween(BASE_CALENDAR, TODAY, dueOn) <= 2;
    })
    .sort((a, b) => {
      const [x, y] = [a.dueOn ?? '9999', b.dueOn ?? '9999'];
      return x < y ? -1 : x > y ? 1 : a.reference < b.reference ? -1 : 1;
    })
    .slice(0, 5)
    .map(({ reference }) => reference);
}

beforeAll(async () => {
  world = await makeWorld();
  manager = await world.staff('Mo', 'manager');
  assessor = await world.staff('Ash', 'assessor');
});
afterAll(() => world.end());

test('nothing comes first where everything has an assessor and time left', async () => {
  // More than a page of them, so that what comes first is not on it.
  for (let n = 0; n < 27; n += 1) await make('in_assessment', true, day(20 + (n % 3)));
  await make('draft', false, null);
  await make('approved', true, day(-9));
  expect((await look()).first).toEqual([]);
});

test('what nobody has and what is to be confirmed comes also with a late due date, or none', async () => {
  await make('submitted', false, day(40));
  await make('recommended', true, null);
  const { first } = await look();
  expect(first.map(({ reference, act }) => [reference, act])).toEqual([
    [made.at(-2)?.reference, 'assign'],
    [made.at(-1)?.reference, 'confirm'],
  ]);
});

test('the first due come first, whatever is to be done about them, and five at most', async () => {
  await make('information_requested', true, day(-6));
  await make('in_assessment', true, day(-4));
  await make('in_assessment', true, day(1));
  await make('recommended', false, day(2));
  await make('submitted', true, day(0));
  const { first } = await look();
  expect(first.map(({ reference }) => reference)).toEqual(wanted());
  expect(first.map(({ act }) => act)).toEqual(['open', 'reassign', 'open', 'open', 'confirm']);
});

test('the rest is said in a sentence each', async () => {
  const { why, who, lapses } = await look();
  expect(why).toBe('Nothing was asked for in the last 12 weeks.');
  expect(who).toBe('Ash has most that is late: 1 application. 2 applications have no assessor.');
  expect(lapses).toBe('No approval is in force yet.');
});
