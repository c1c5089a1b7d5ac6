import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCalendar } from '@/db/calendars';
import { putFigures, readFigureFacts, takeMarkedCases } from '@/db/case-figures';
import { asActor } from '@/db/client';
import { publishCalendar } from '@/lib/commands/manage/publish-calendar';
import { figuresOf } from '@/lib/domain/case-figures';
import { addDays, daysBetween } from '@/lib/domain/dates';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { countCases } from '@/lib/jobs/count-cases';
import { moveClock } from '@/lib/ports/clock';
import { previewCalendar } from '@/lib/queries/settings/get-calendars';
import { generatedCases, putCase } from '@/lib/testing/histories';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { verifyCaseFigures } from './verify-case-figures';

const system: SystemActor = { kind: 'system', name: 'count-cases' };
let world: World;
let suppliers: Supplier[];
let staff: PersonActor[];
let max: PersonActor;
beforeAll(async () => {
  moveClock('2027-01-04T10:00:00Z');
  world = await makeWorld();
  suppliers = [await world.supplier('Acme Care')];
  staff = [await world.staff('Ann Assessor', 'assessor')];
  max = await world.staff('Max Manager', 'manager');
});
afterAll(() => world.end());
/** Events and versions are never removed, but for tests. */
const empty = () =>
  world.sql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`truncate case_marks, case_figures, figure_sums, applications, events, event_chains, decisions cascade`;
    await sql`delete from calendar_versions where number > 1`;
  });

const listOf = (offsets: readonly number[]) =>
  JSON.stringify({
    'england-and-wales': {
      events: offsets.map((offset) => ({ date: addDays('2026-01-05', offset), title: 'A day' })),
    },
  });

test('after a new calendar and its job, figures are those of a slow count by it', async () => {
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(
      generatedCases(suppliers, staff, 3),
      fc.array(fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 12 }), {
        minLength: 1,
        maxLength: 2,
      }),
      fc.boolean(),
      async (cases, lists, between) => {
        await empty();
        for (const one of cases) await putCase(world.sql, one);
        if (between) await countCases(system);
        for (const [index, offsets] of lists.entries()) {
          const typed = { source: 'Made up', why: 'To try', fileName: 'days.json' };
          const published = await publishCalendar(max, {
            ...{ ...typed, number: index + 1, text: listOf(offsets) },
          });
          if (!published.ok) return expect(published.problem).toMatchObject({ code: 'same' });
          counted += published.value.counted;
          await countCases(system);
        }
        const calendar = await asActor(max, readCalendar);
        expect(calendar.number).toBe(lists.length + 1);
        const kept = await world.sql`select application_id as id, measure, value from case_figures`;
        const wanted = cases.flatMap(({ id, facts }) =>
          figuresOf(calendar, facts).map(({ measure, value }) => ({ id, measure, value })),
        );
        const inOrder = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
        expect(inOrder(kept)).toEqual(inOrder(wanted));
        expect(await verifyCaseFigures(max)).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
  expect(counted).toBeGreaterThan(0);
}, 120_000);

/** Submitted on Monday 1 June 2026, recommended on Friday the 12th. */
async function putOne() {
  await empty();
  const at = (day: number) => new Date(Date.UTC(2026, 5, day, 10));
  const [acme, ann] = [suppliers[0], staff[0]];
  if (!acme || !ann) throw new Error('nobody');
  await putCase(world.sql, {
    ...{ id: randomUUID(), reference: 'L-1', supplier: acme, countedBetween: false },
    facts: {
      turns: [
        { type: 'application.submitted', at: at(1), by: null },
        { type: 'decision.recommended', at: at(12), by: ann.personId },
      ],
      ...{ outcomes: [], versions: { 1: '2026-11' }, requests: [] },
    },
  });
}

test.each([
  ['2026-05-29', 0],
  ['2026-06-01', 0],
  ['2026-06-02', 1],
  ['2026-06-12', 1],
  ['2026-06-15', 0],
] as const)('a holiday on %s has %i cases counted anew', async (day, cases) => {
  await putOne();
  await countCases(system);
  const text = listOf([daysBetween('2026-01-05', day)]);
  expect(await previewCalendar(max, [{ date: day, title: 'A day' }])).toMatchObject({ cases });
  const typed = { source: 'Made up', why: 'To try', fileName: 'days.json', number: 1 };
  expect(expectOk(await publishCalendar(max, { ...typed, text })).counted).toBe(cases);
  await countCases(system);
  expect(await verifyCaseFigures(max)).toEqual([]);
});

test('a count that is under way by the calendar before is waited for, and counted anew', async () => {
  await putOne();
  let isRead = () => {};
  const read = new Promise<void>((resolve) => {
    isRead = resolve;
  });
  const counting = asActor(system, async (tx) => {
    const marked = await takeMarkedCases(tx, 500);
    const calendar = await readCalendar(tx);
    const cases = await readFigureFacts(tx, marked);
    isRead();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const figures = cases.flatMap(({ owner, facts }) =>
      figuresOf(calendar, facts).map((figure) => ({ ...owner, ...figure })),
    );
    await putFigures(tx, marked, figures);
  });
  await read;
  const publishing = publishCalendar(max, {
    ...{ source: 'Made up', why: 'To try', fileName: 'days.json', number: 1 },
    text: listOf([150]),
  });
  await counting;
  expect(await publishing).toMatchObject({ ok: true, value: { number: 2, counted: 1 } });
  expect(await verifyCaseFigures(max)).not.toEqual([]);
  await countCases(system);
  expect(await verifyCaseFigures(max)).toEqual([]);
});
