import { afterAll, beforeAll, expect, test } from 'vitest';
import { BASE_CALENDAR } from '@/lib/domain/calendar';
import { londonDate, workingDaysBetween } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { PersonActor } from '@/lib/domain/permissions';
import { PAGE_ROWS, queueQuery, readQueueView } from '@/lib/domain/queue';
import {
  WORKLOAD_VIEWS,
  type Workload,
  type WorkloadCounts,
  workloadSentence,
} from '@/lib/domain/workload';
import { makeWorld, type World } from '@/lib/testing/world';
import { getOverview } from './get-overview';
import { getWorkloads } from './get-workloads';

const TODAY = '2026-11-23' as const;
const STATUSES = [
  'draft',
  'submitted',
  'in_assessment',
  'information_requested',
  'recommended',
  'approved',
];
let world: World;
let manager: PersonActor;
type Case = { status: string; who: string | null; dueOn: PlainDate | null; submittedAt: Date };
const made: Case[] = [];

beforeAll(async () => {
  world = await makeWorld();
  manager = await world.staff('Mo', 'manager');
  const staff = [await world.staff('Ash', 'assessor'), await world.staff('Bea', 'assessor')];
  const owner = await world.supplier();
  for (let n = 0; n < 90; n += 1) {
    const status = STATUSES[n % 6] ?? 'draft';
    const person = status === 'draft' ? undefined : [...staff, undefined][(n % 7) % 3];
    const day = (days: number) => new Date(Date.parse('2026-11-23T12:00:00Z') + days * 86_400_000);
    const dueOn = n % 5 === 0 ? null : londonDate(day((n % 11) - 5));
    const submittedAt = day(-(n % 13));
    const reference = await world.draft(owner);
    await world.force(reference, status, {
      ...{ assignee_id: person?.personId ?? null, due_on: dueOn, submitted_at: submittedAt },
    });
    made.push({ status, who: person?.name ?? null, dueOn, submittedAt });
  }
});
afterAll(() => world.end());

/** The slow, obvious way: one case at a time. */
function ageOf({ status, dueOn, submittedAt }: Case): string | null {
  if (status === 'draft' || status === 'approved') return null;
  if (status === 'information_requested') return 'supplier';
  if (status === 'recommended') return 'confirm';
  const left = dueOn === null ? null : workingDaysBetween(BASE_CALENDAR, TODAY, dueOn);
  if (dueOn !== null && dueOn < TODAY) return 'late';
  if (left !== null && left <= 2) return 'soon';
  return workingDaysBetween(BASE_CALENDAR, londonDate(submittedAt), TODAY) > 5 ? 'older' : 'newer';
}

test.each(['Ash', 'Bea', null])('counts what %s has as one at a time would', async (who) => {
  const found = await getWorkloads(manager);
  const counts = who ? found?.people.find(({ name }) => name === who) : found?.nobodys;
  for (const age of ['late', 'soon', 'older', 'newer', 'confirm', 'supplier'] as const) {
    const wanted = made.filter((each) => each.who === who && ageOf(each) === age).length;
    expect([age, counts?.[age]]).toEqual([age, wanted]);
  }
  const open = made.filter((each) => each.who === who && ageOf(each) !== null).length;
  expect(counts?.open).toBe(open);
  expect(open).toBeGreaterThan(5);
});

test.each(Object.keys(WORKLOAD_VIEWS) as (keyof WorkloadCounts)[])(
  'the list behind %s holds as many',
  async (which) => {
    const found = await getWorkloads(manager);
    for (const { personId, [which]: count } of found?.people ?? []) {
      const wanted = queueQuery(
        { tab: 'open', assignee: personId ?? '', ...WORKLOAD_VIEWS[which] },
        'confirm',
      );
      const view = readQueueView(Object.fromEntries(new URLSearchParams(wanted)), 'confirm');
      const rows = (await getOverview(manager, view))?.rows;
      expect(rows).toHaveLength(Math.min(count, PAGE_ROWS));
    }
  },
);

test('the list behind a bar holds what waits for the assessor, of every age', async () => {
  for (const { personId, late, soon, older, newer } of (await getWorkloads(manager))?.people ??
    []) {
    const wanted = queueQuery(
      { tab: 'open', assignee: personId ?? '', due: 'assessor' },
      'confirm',
    );
    const view = readQueueView(Object.fromEntries(new URLSearchParams(wanted)), 'confirm');
    const all = late + soon + older + newer;
    expect(all).toBeGreaterThan(3);
    expect((await getOverview(manager, view))?.rows).toHaveLength(Math.min(all, PAGE_ROWS));
  }
});

test('who has most that is late comes first, and managers alone look', async () => {
  const found = await getWorkloads(manager);
  const late = found?.people.map((each) => each.late) ?? [];
  expect(late).toEqual(late.toSorted((a, b) => b - a));
  expect(await getWorkloads(await world.staff('Cleo', 'assessor'))).toBeNull();
});

test('counts the decisions of 30 days by who recommended them', async () => {
  const [one] = await world.sql`select id, organisation_id, product_id from applications limit 1`;
  const [ash] = await world.sql`select id from people where name = 'Ash'`;
  for (const day of ['2026-10-25', '2026-10-24', TODAY])
    await world.sql`insert into case_figures
        (application_id, organisation_id, product_id, on_day, measure, assessor_id, label, value)
      values (${one?.id}, ${one?.organisation_id}, ${one?.product_id}, ${day}, 'decided', ${ash?.id}, 'approved', 5)`;
  const found = await getWorkloads(manager);
  expect(found?.people.map(({ name, decided }) => [name, decided]).sort()).toEqual([
    ...[
      ['Ash', 2],
      ['Bea', 0],
      ['Cleo', 0],
    ],
  ]);
});

test('says first who is most behind, and what nobody has', () => {
  const person = { name: 'Ash', late: 2 } as Workload;
  expect(workloadSentence([person], { open: 1, late: 0 })).toBe(
    'Ash has most that is late: 2 applications. 1 application has no assessor.',
  );
  const none = { ...person, late: 0, open: 0 };
  expect(workloadSentence([none], { open: 0, late: 0 })).toBe(
    'No assessor is late. Every application has an assessor.',
  );
  expect(workloadSentence([none, { ...none, name: 'Bea', open: 4 }], { open: 0, late: 0 })).toBe(
    'No assessor is late; Bea has most: 4 applications. Every application has an assessor.',
  );
  expect(workloadSentence([], { open: 3, late: 1 })).toBe(
    'There are no assessors. 3 applications have no assessor, 1 of them late.',
  );
});
