import { sql as raw } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldAupVersion } from '@/lib/domain/aup';
import type { PlainDate } from '@/lib/domain/dates';
import { ONBOARDING_STATE_IDS, wentLive } from '@/lib/domain/onboarding';
import {
  judgeOnboarding,
  VERDICT_FLAG_IDS,
  VERDICT_IDS,
  VERDICT_REASON_IDS,
} from '@/lib/domain/onboarding-verdict';
import type { SystemActor } from '@/lib/domain/permissions';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { asActor } from './client';
import { readOnboardingFacts } from './onboarding-facts';
import { judgeOnboardings } from './onboardings';
import { onboardings } from './schema';

const system: SystemActor = { kind: 'system', name: 'a test' };
const TODAY: PlainDate = '2026-11-23';

let world: World;
let owner: Supplier;
let staff: string;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier('Acme Care');
  staff = (await world.staff('Alex', 'assessor')).personId;
});
afterAll(() => world.end());

// Few values of each, and those beside the borders, so that they meet often.
const day = fc.constantFrom<PlainDate>(
  ...([
    '2019-04-01',
    '2025-06-30',
    '2025-07-01',
    '2026-05-01',
    '2026-06-30',
    '2026-07-01',
  ] as const),
  ...(['2026-07-02', '2026-10-01', '2026-11-22', '2026-11-23'] as const),
);
const or = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 4 });
const claim = {
  level: or(
    fc.constantFrom(
      ...[
        'standards_exceeded',
        'standards_met',
        'standards_met',
        'approaching_standards',
        'not_published',
      ],
    ),
  ),
  edition: or(
    fc.constantFrom('18/19', '19/20', '23/24', '24/25', '25/26', '25/26', '26/27', '00/01'),
  ),
  published_on: or(day),
};
const code = fc.constantFrom('A1', 'B2', 'C3', 'D4', 'E5', 'F6');
const version = fc.constantFrom('1', 'v1', 'Version 2', '2', '2.1', 'V3 ');
const checkRow = fc.record({
  checked_on: day,
  code,
  status: fc.string({ maxLength: 3 }),
  ...claim,
});
const euo = fc.record({
  state: fc.constantFrom(...ONBOARDING_STATE_IDS),
  day,
  lead: or(code),
  dspt_code: or(code),
  aup_version: or(version),
  aup_alerted_on: or(day),
  renewed: or(fc.record({ aup_renewed_version: version, aup_renewed_on: day })),
  checks: fc.array(checkRow, { maxLength: 3 }),
});
const snapshot = fc.record({
  as_of: day,
  complete: fc.boolean(),
  state: fc.constantFrom('ready', 'ready', 'ready', 'to_confirm'),
  rows: fc.uniqueArray(fc.record({ code, ...claim }), {
    selector: (row) => row.code,
    maxLength: 5,
  }),
});
const ods = fc.record({
  code,
  active: or(fc.constantFrom(true, true, false)),
  opened_on: fc.option(day, { nil: null, freq: 1 }),
  closed_on: or(fc.constantFrom<PlainDate>('2026-06-30', '2026-11-22', '2026-11-23', '2026-11-24')),
  as_of: day,
});
const ledger = fc.record({
  ods: fc.uniqueArray(ods, { selector: (row) => row.code }),
  euos: fc.uniqueArray(fc.tuple(code, euo), {
    selector: ([own]) => own,
    minLength: 6,
    maxLength: 6,
  }),
  snapshots: fc.array(snapshot, { maxLength: 4 }),
  versions: fc.uniqueArray(fc.record({ version, in_force_from: day }), {
    comparator: (a, b) =>
      a.in_force_from === b.in_force_from ||
      foldAupVersion(a.version) === foldAupVersion(b.version),
    maxLength: 3,
  }),
});
type Ledger = typeof ledger extends fc.Arbitrary<infer T> ? T : never;

async function put(
  { euos, snapshots, versions, ods: known }: Ledger,
  round: number,
): Promise<void> {
  const { sql } = world;
  const person = owner.person.personId;
  await sql`truncate ods_organisations, onboardings, onboarding_checks, aup_versions, register_rows, register_refusals, register_snapshots cascade`;
  for (const [own, { day: on, lead, checks, renewed, ...row }] of euos) {
    const [made] = await sql`insert into onboardings ${sql({
      ...{ organisation_id: owner.id, product_id: owner.productId, ods_code: own, name: own },
      ...{ ...row, ...renewed, state_on: on, go_live_on: wentLive(row.state) ? on : null },
      ...{ lead_ods_code: lead === own ? null : lead, verdict: 'ready', reasons: [], flags: [] },
      created_at: new Date(),
    })} returning id`;
    for (const [index, check] of checks.entries())
      await sql`insert into onboarding_checks ${sql({
        ...{ ...check, organisation_id: owner.id, onboarding_id: made?.id, recorded_by: person },
        recorded_at: new Date(Date.UTC(2026, 10, 1, 0, 0, index % 2)),
      })} on conflict do nothing`;
  }
  for (const [index, { rows, ...one }] of snapshots.entries()) {
    const name = `${round} ${index}`;
    const [made] = await sql`insert into register_snapshots ${sql({
      ...{ ...one, register: 'dspt', file_name: 'x.csv', size: 1, sha256: name, storage_key: name },
      ...{ uploaded_by: staff, uploaded_at: new Date(Date.UTC(2026, 10, 1, 0, 0, index % 2)) },
    })} returning id`;
    for (const row of rows)
      await sql`insert into register_rows ${sql({
        ...{
          ...row,
          snapshot_id: made?.id,
          line: 2,
          name: 'x',
          status: 'x',
          sector: '',
          board: '',
        },
      })}`;
  }
  for (const one of known)
    await sql`insert into ods_organisations ${sql({
      ...{
        ...one,
        name: 'x',
        address: '',
        postcode: '',
        role: '',
        source: 'api',
        looked_up_at: new Date(),
      },
    })}`;
  for (const one of versions)
    await sql`insert into aup_versions ${sql({
      ...{ ...one, version_key: foldAupVersion(one.version) },
      ...{ published_by: staff, published_at: new Date() },
    })}`;
}

/** What chance hardly ever brings together: ready on its day, and closed since. */
const closedSince: Ledger = {
  ods: [
    {
      ...{ code: 'A1', active: false, opened_on: null, closed_on: '2026-06-30' },
      as_of: '2026-11-22',
    },
  ],
  euos: [
    [
      'A1',
      {
        ...{ state: 'live', day: '2026-05-01', lead: null, dspt_code: null },
        ...{ aup_version: '1', aup_alerted_on: '2026-05-01', renewed: null },
        checks: [
          {
            ...{ checked_on: '2026-05-01', code: 'A1', status: 'x', level: 'standards_met' },
            ...{ edition: '24/25', published_on: '2025-06-30' },
          },
        ],
      },
    ],
  ],
  snapshots: [],
  versions: [],
};

const seen = new Set<string>();

test('many are judged as one is, whatever the facts', { timeout: 120_000 }, async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(ledger, async (made) => {
      round += 1;
      await put(made, round);
      await asActor(system, async (tx) => {
        await judgeOnboardings(tx, raw`true`, TODAY);
        for (const row of await tx.select().from(onboardings)) {
          const facts = await readOnboardingFacts(tx, row, TODAY);
          const { verdict, reasons, flags } = judgeOnboarding(facts, TODAY);
          for (const one of [verdict, ...reasons, ...flags]) seen.add(one);
          const kept = { verdict: row.verdict, reasons: row.reasons, flags: row.flags };
          expect(kept, JSON.stringify(facts)).toEqual({ verdict, reasons, flags });
        }
      });
    }),
    { numRuns: 60, seed: 20261123, examples: [[closedSince]] },
  );
  const possible = [...VERDICT_IDS, ...VERDICT_REASON_IDS, ...VERDICT_FLAG_IDS];
  expect(possible.filter((one) => !seen.has(one))).toEqual([]);
});
