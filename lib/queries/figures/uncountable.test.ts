import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { BASE_CALENDAR } from '@/lib/domain/calendar';
import { figuresOf } from '@/lib/domain/case-figures';
import type { PersonActor } from '@/lib/domain/permissions';
import { countCases } from '@/lib/jobs/count-cases';
import { generatedCases, putCase } from '@/lib/testing/histories';
import { makeWorld, type World } from '@/lib/testing/world';
import { verifyCaseFigures } from './verify-case-figures';

let world: World;
let max: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  max = await world.staff('Max Manager', 'manager');
});
afterAll(() => world.end());

test('a case whose decision has no outcome is left out and named, and all others are counted', async () => {
  const acme = await world.supplier('Acme Care');
  const drawn = fc.sample(generatedCases([acme], [max], 2), { numRuns: 1, seed: 11 })[0] ?? [];
  const [broken, ...others] = drawn;
  if (!broken || others.length === 0) throw new Error('too few cases');
  const at = new Date('2027-06-01T10:00:00Z');
  const turns = [...broken.facts.turns, { type: 'decision.confirmed' as const, at, by: null }];
  await putCase(world.sql, { ...broken, facts: { ...broken.facts, turns } });
  for (const one of others) await putCase(world.sql, one);
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await countCases({ kind: 'system', name: 'count-cases' });
  expect(said.mock.calls.join()).toContain(broken.id);
  said.mockRestore();
  const [counted] = await world.sql`select count(*)::int as n,
    count(*) filter (where application_id = ${broken.id})::int as wrong from case_figures`;
  const wanted = others.flatMap(({ facts }) => figuresOf(BASE_CALENDAR, facts)).length;
  expect(counted).toEqual({ n: wanted, wrong: 0 });
  expect(await verifyCaseFigures(max)).toEqual([
    `${broken.reference}: a decision has no outcome, so nothing is counted`,
  ]);
});
