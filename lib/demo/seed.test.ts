import postgres from 'postgres';
import { afterEach, expect, test } from 'vitest';
import { closeDatabase } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing';
import { VERDICT_IDS } from '@/lib/domain/onboarding-verdict';
import { countCases } from '@/lib/jobs/count-cases';
import { moveClock } from '@/lib/ports/clock';
import { verifyChains } from '@/lib/queries/audit/verify-chains';
import { verifyCaseFigures } from '@/lib/queries/figures/verify-case-figures';
import { CAST } from './cast';
import { seedDemo } from './seed';

let database: TestDatabase;
afterEach(async () => {
  moveClock(null);
  await closeDatabase();
  await database.drop();
});

// A usual day, and the first on which a new edition is required.
test.each(['2026-11-22', '2027-07-01'])(
  'the demo can be made on %s, and is made once',
  async (today) => {
    database = await testDatabase();
    process.env.DATABASE_URL = database.appUrl;
    moveClock(`${today}T12:00:00Z`);
    await seedDemo('demo-portal-2026');
    const sql = postgres(database.superuserUrl, { max: 1 });
    const count = () => sql`select status, count(*)::int as n from applications group by status`;
    const made = Object.fromEntries((await count()).map((row) => [row.status, row.n]));
    expect(made).toEqual({
      ...{ draft: 1, submitted: 4, in_assessment: 1, information_requested: 1, recommended: 1 },
      ...{ approved: 17, approved_with_conditions: 2, rejected: 2, withdrawn: 2 },
    });
    const [late] =
      await sql`select count(*)::int as n from events where at > ${`${today}T12:00:00Z`}`;
    expect(late?.n).toBe(0);
    const registers = await sql`select state, refused from register_snapshots`;
    expect(registers).toEqual(Array(5).fill({ state: 'ready', refused: 0 }));
    const [ods] = await sql`select count(*) filter (where active)::int as active,
      count(*) filter (where closed_on is not null)::int as closed,
      count(*) filter (where not active and closed_on is null)::int as dormant from ods_organisations`;
    expect(ods).toEqual({ active: 284, closed: 47, dormant: 1 });
    const verdicts = await sql`select distinct verdict from onboardings order by 1`;
    expect(verdicts.map(({ verdict }) => verdict)).toEqual([...VERDICT_IDS].sort());
    const changes = await sql`select distinct change from judging_changes order by 1`;
    expect(changes.map(({ change }) => change)).toEqual(
      expect.arrayContaining(['lapsed', 'renamed', 'vanished']),
    );
    const moved = await sql`select distinct change from approval_changes order by 1`;
    expect(moved).toEqual([{ change: 'assurance_ended' }, { change: 'newly_stale' }]);
    const [assured] =
      await sql`select count(*)::int as all, count(*) filter (where until < ${today})::int as past,
      count(distinct until)::int as days, count(distinct cause)::int as causes from assurances`;
    expect(assured).toMatchObject({ past: 1, days: 7, causes: 2 });
    const [newer] = await sql`select count(*)::int as euos from onboardings
      where flags @> '{aup_outdated}'`;
    expect(newer?.euos).toBeGreaterThan(100);
    const waiting = await sql`select 1 from judging_runs where state <> 'done'`;
    expect(waiting).toEqual([]);
    const checks =
      await sql`select state, count(m.item_id) filter (where not m.satisfactory)::int as bad
      from spot_checks s left join spot_check_marks m on m.spot_check_id = s.id group by s.id, state
      order by state`;
    expect(checks.map(({ state, bad }) => [state, bad])).toEqual([
      ['answered', 0],
      ['closed', 1],
      ['open', 0],
    ]);
    const people = await sql`select email from people order by email`;
    expect(people.map(({ email }) => email)).toEqual([...CAST].sort());
    const system = { kind: 'system', name: 'test' } as const;
    expect(await verifyChains(system)).toMatchObject({ broken: null });
    await countCases(system);
    expect(await verifyCaseFigures(system)).toEqual([]);
    const [decided] = await sql`select sum(cases)::int as n from figure_sums
      where measure = 'decided' and period = 'month' and assessor_id is null`;
    expect(decided?.n).toBe(21);
    await seedDemo('demo-portal-2026');
    expect(Object.fromEntries((await count()).map((row) => [row.status, row.n]))).toEqual(made);
    await sql.end();
  },
  120_000,
);
