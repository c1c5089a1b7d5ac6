import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCalendar } from '@/db/calendars';
import { asActor } from '@/db/client';
import { publishCalendar } from '@/lib/commands/manage/publish-calendar';
import { figuresOf } from '@/lib/domain/case-figures';
import { addDays } from '@/lib/domain/dates';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { countCases } from '@/lib/jobs/count-cases';
import { moveClock } from '@/lib/ports/clock';
import { generatedCases, putCase } from '@/lib/testing/histories';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
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
