import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countMarkedCases } from '@/lib/commands/manage/count-cases';
import { BASE_CALENDAR } from '@/lib/domain/calendar';
import { type CaseFigure, figuresOf } from '@/lib/domain/case-figures';
import type { PlainDate } from '@/lib/domain/dates';
import type { FigureCases } from '@/lib/domain/figure-cases';
import {
  nextPeriod,
  PERIODS,
  periodOf,
  periodsBetween,
  startBefore,
} from '@/lib/domain/figure-periods';
import type { FigureFilter } from '@/lib/domain/figure-sums';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { countCases } from '@/lib/jobs/count-cases';
import {
  type GeneratedCase,
  generatedCases,
  generatedFilter,
  putCase,
} from '@/lib/testing/histories';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getFlow } from './get-flow';
import { getWhy } from './get-why';
import { listFigureCases } from './list-figure-cases';
import { verifyCaseFigures } from './verify-case-figures';

const system: SystemActor = { kind: 'system', name: 'count-cases' };
let world: World;
let suppliers: Supplier[];
let staff: PersonActor[];
let max: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  suppliers = [await world.supplier('Acme Care'), await world.supplier('Birch Health')];
  staff = [
    await world.staff('Ann Assessor', 'assessor'),
    await world.staff('Bob Assessor', 'assessor'),
  ];
  max = await world.staff('Max Manager', 'manager');
});
/** Events are never removed, but for tests. */
const empty = () =>
  world.sql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`truncate case_marks, case_figures, figure_sums, applications, events, event_chains, decisions cascade`;
  });
beforeEach(empty);
afterAll(() => world.end());

const FROM: PlainDate = '2026-01-01';
const TO: PlainDate = '2026-12-31';
const whole = (period: (typeof PERIODS)[number]): FigureFilter => ({
  ...{ period, from: FROM, to: TO, assessorId: null, organisationId: null, productId: null },
});

type Counted = CaseFigure & { organisationId: string; productId: string };
/** The slow, obvious way: every case from its history, and then those that the filter wants. */
function obviously(cases: readonly GeneratedCase[], filter: FigureFilter): Counted[] {
  return cases
    .flatMap(({ supplier, facts }) =>
      figuresOf(BASE_CALENDAR, facts).map((figure) => ({
        ...{ ...figure, organisationId: supplier.id, productId: supplier.productId },
      })),
    )
    .filter(({ assessorId }) => !filter.assessorId || assessorId === filter.assessorId)
    .filter(
      ({ organisationId }) => !filter.organisationId || organisationId === filter.organisationId,
    )
    .filter(({ productId }) => !filter.productId || productId === filter.productId);
}
const sorted = (values: number[]) => values.sort((a, b) => a - b);

async function holds(cases: readonly GeneratedCase[], filter: FigureFilter) {
  const found = await getFlow(max, filter);
  const counted = obviously(cases, filter);
  expect(found?.countedUntil).toBeNull();
  for (const [index, flow] of (found?.periods ?? []).entries()) {
    const own = counted.filter(({ on }) => periodOf(filter.period, on) === flow.startsOn);
    const of = (measure: string) =>
      sorted(own.flatMap((figure) => (figure.measure === measure ? [figure.value] : [])));
    const decided = of('decided');
    expect(flow.received, `${index}`).toBe(of('received').length);
    expect(flow.withdrawn).toBe(of('withdrawn').length);
    expect(flow.decision.cases).toBe(decided.length);
    expect(flow.decision.half).toBe(decided[Math.ceil(decided.length / 2) - 1] ?? null);
    expect(flow.decision.eightInTen).toBe(decided[Math.ceil(decided.length * 0.8) - 1] ?? null);
    expect(flow.response.cases).toBe(of('responded').length);
    const rounds = of('rounds');
    const mean = rounds.reduce((sum, value) => sum + value, 0) / rounds.length;
    expect(flow.rounds).toEqual(rounds.length === 0 ? null : mean);
  }
  // The whole is what its periods are, and what is compared with it is as many periods before.
  const first = periodOf(filter.period, filter.from);
  const end = nextPeriod(filter.period, periodOf(filter.period, filter.to));
  const start = startBefore(filter.period, filter.from, filter.to);
  const between = (from: PlainDate, to: PlainDate, measure: string) =>
    counted.filter((figure) => figure.measure === measure && figure.on >= from && figure.on < to);
  expect(found?.periods).toHaveLength(periodsBetween(filter.period, filter.from, filter.to).length);
  expect(found?.whole.response.cases).toBe(between(first, end, 'responded').length);
  expect(found?.before.response.cases).toBe(between(start, first, 'responded').length);
  expect(found?.before.received).toBe(between(start, first, 'received').length);
  const why = await getWhy(max, filter);
  const reasons = between(first, end, 'reason');
  expect((why?.reasons ?? []).reduce((sum, { cases: found }) => sum + found, 0)).toBe(
    reasons.length,
  );
}

test('figures are those of a slow, obvious count, whatever happened and whenever it was counted', async () => {
  await fc.assert(
    fc.asyncProperty(
      generatedCases(suppliers, staff),
      fc.array(generatedFilter(suppliers, staff), { minLength: 6, maxLength: 6 }),
      async (cases, filters) => {
        await empty();
        for (const one of cases) {
          await putCase(world.sql, one, one.facts.turns.length >> 1);
          if (one.countedBetween) await countCases(system);
          await putCase(world.sql, one);
        }
        await countCases(system);
        for (const period of PERIODS)
          for (const assessorId of [null, staff[0]?.personId ?? null])
            for (const organisationId of [null, suppliers[1]?.id ?? null])
              await holds(cases, { ...whole(period), assessorId, organisationId });
        for (const filter of filters) await holds(cases, filter);
        expect(await verifyCaseFigures(max)).toEqual([]);
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);

/** Page by page; no page tells again what another told. */
async function lengthOfList(cases: FigureCases): Promise<number> {
  const ids: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listFigureCases(max, cases, after);
    ids.push(...(page?.rows ?? []).map(({ id }) => id));
    if (!page?.next) break;
    after = page.next;
  }
  expect(new Set(ids).size).toBe(ids.length);
  return ids.length;
}

test('a list is as long as its figure says, page by page, each row once', async () => {
  const [acme] = suppliers;
  const [ann] = staff;
  if (!acme || !ann) throw new Error('nobody');
  const at = (day: number) => new Date(Date.UTC(2026, 5, day, 10));
  const items = [
    { questionId: 'isms' as const, reasons: ['other', 'isms-scope'] as const },
    { questionId: 'euo-process' as const, reasons: ['other'] as const },
  ];
  for (let n = 1; n <= 14; n += 1)
    await putCase(world.sql, {
      ...{ id: randomUUID(), reference: `L-${n}`, supplier: acme, countedBetween: false },
      facts: {
        turns: [
          { type: 'application.submitted', at: at(n), by: null },
          { type: 'request.sent', at: at(20), by: ann.personId },
        ],
        ...{ outcomes: [], versions: { 1: '2026-11' } },
        requests: [{ round: 1, at: at(20), by: ann.personId, items }],
      },
    });
  await countCases(system);
  const all = { from: FROM, to: TO, organisationId: null, productId: null, value: null };
  const listed = (cases: Partial<FigureCases> & Pick<FigureCases, 'measure'>) =>
    lengthOfList({ ...all, assessorId: null, question: '', reason: '', ...cases });
  expect(await listed({ measure: 'received' })).toBe(14);
  expect(await listed({ measure: 'asked' })).toBe(28);
  expect(await listed({ measure: 'reason' })).toBe(42);
  expect(await listed({ measure: 'reason', question: 'isms' })).toBe(28);
  expect(await listed({ measure: 'reason', question: 'isms', reason: 'other' })).toBe(14);
  expect(await listed({ measure: 'responded', assessorId: ann.personId })).toBe(14);
  expect(await listed({ measure: 'responded', assessorId: max.personId })).toBe(0);
  const asked = { ...all, assessorId: null, question: '', reason: '', measure: 'asked' } as const;
  expect(await listFigureCases(ann, asked)).toBeNull();
});

test('two equal things of one case and day are two in the figure, in its list and across its pages', async () => {
  const [acme] = suppliers;
  const [ann] = staff;
  if (!acme || !ann) throw new Error('nobody');
  const at = (hour: number) => new Date(Date.UTC(2026, 5, 10, hour));
  // Sent, cancelled and sent again within a day, thirteen times: 26 rows are a page and one more.
  const sent = Array.from({ length: 26 }, (_, n) => at(0).getTime() + n * 60_000);
  const items = [{ questionId: 'isms' as const, reasons: ['other'] as const }];
  const ask = { type: 'request.sent' as const, by: ann.personId };
  await putCase(world.sql, {
    ...{ id: randomUUID(), reference: 'TWICE', supplier: acme, countedBetween: false },
    facts: {
      turns: [
        { type: 'application.submitted', at: new Date(Date.UTC(2026, 5, 9)), by: null },
        ...sent.map((time) => ({ ...ask, at: new Date(time) })),
      ],
      ...{ outcomes: [], versions: { 1: '2026-11' } },
      requests: sent.map((time) => ({ round: 1, at: new Date(time), by: ann.personId, items })),
    },
  });
  await countCases(system);
  const why = await getWhy(max, whole('month'));
  expect(why?.requests).toBe(26);
  expect(why?.questions.get('isms')).toEqual({ asked: 26, share: 1 });
  const cases = { from: FROM, to: TO, organisationId: null, productId: null, value: null };
  for (const measure of ['requested', 'asked', 'reason'] as const) {
    const wanted = { ...cases, measure, assessorId: null, question: '', reason: '' };
    expect(await lengthOfList(wanted)).toBe(26);
  }
});

test('what is kept and does not agree with the history is found and named', async () => {
  const [acme] = suppliers;
  const [ann] = staff;
  if (!acme || !ann) throw new Error('nobody');
  const [one] = fc.sample(generatedCases([acme], [ann], 1), { numRuns: 1, seed: 7 })[0] ?? [];
  if (!one) throw new Error('no case');
  await putCase(world.sql, one);
  await countCases(system);
  expect(await verifyCaseFigures(max)).toEqual([]);
  await world.sql`update figure_sums set cases = cases + 1 where period = 'week' and measure = 'received'`;
  expect((await verifyCaseFigures(max)).join()).toContain('received');
  await world.sql`delete from case_figures where measure = 'received'`;
  expect((await verifyCaseFigures(max)).join()).toContain(one.reference);
});

test('what is marked is counted once, some at a time, and nobody but a manager reads it', async () => {
  expect(await countMarkedCases(system, {})).toEqual({ ok: true, value: { counted: 0 } });
  expect((await countMarkedCases(max, {})).ok).toBe(false);
  const [ann] = staff;
  if (!ann) throw new Error('nobody');
  expect(await getFlow(ann, whole('week'))).toBeNull();
  expect(await getWhy(ann, whole('week'))).toBeNull();
});

test('a time says since when it is not counted', async () => {
  const [acme] = suppliers;
  await world.sql`insert into case_marks (application_id, at) values
    (gen_random_uuid(), '2026-11-23T09:59:00Z'), (gen_random_uuid(), '2026-11-23T09:30:00Z')`;
  const found = await getFlow(max, { ...whole('month'), organisationId: acme?.id ?? null });
  expect(found?.countedUntil).toEqual(new Date('2026-11-23T09:30:00Z'));
  await countCases(system);
  expect((await getFlow(max, whole('month')))?.countedUntil).toBeNull();
});
