import { sql } from 'drizzle-orm';
import { asActor, closeDatabase } from '@/db/client';
import { judgeNewDay } from '@/lib/commands/onboardings/judge-new-day';
import { NO_FILTER, type OnboardingFilter } from '@/lib/domain/onboarding-filter';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { judgeAll } from '@/lib/jobs/judge-onboardings';
import { listOnboardings } from '@/lib/queries/onboardings/list-onboardings';
import type { BenchDatabase, benchCluster } from './database';
import { fillLedger } from './fill-ledger';
import { median } from './median';

const system: SystemActor = { kind: 'system', name: 'bench' };

const SEARCHES: Record<string, Partial<OnboardingFilter>> = {
  'First page': {},
  'Name, three letters': { text: 'abc' },
  'Name, one letter': { text: 'f' },
  'A whole code': { text: 'E77777' },
  'Beginning of a code': { text: 'E77' },
  'Verdict lapsed': { verdict: 'lapsed' },
  'A common reason': { finding: 'aup_missing' },
  'A reason that nobody has': { finding: 'ods_unknown' },
  'Of one lead': { lead: 'E5002' },
};

/** What the ledger costs at a size: judging it, and its pages beside one look-up by key. */
async function measureLedger(database: BenchDatabase, size: number): Promise<string> {
  const { organisationId, personId } = await fillLedger(database.superuserUrl, size);
  process.env.DATABASE_URL = database.appUrl;
  const actor: PersonActor = {
    ...{ kind: 'person', personId, name: 'Bench', organisationId },
    roles: ['contributor'],
  };
  const lines: string[] = [];
  const judge = async (what: string) => {
    await judgeNewDay(system, {});
    const [run] = await asActor(system, (tx) =>
      tx.execute<{ id: string }>(sql`select id from judging_runs where state = 'waiting'`),
    );
    const begun = performance.now();
    await judgeAll(system, run?.id ?? '');
    const seconds = (performance.now() - begun) / 1000;
    const rate = Math.round(size / seconds).toLocaleString('en-GB');
    lines.push(`${what}: ${seconds.toFixed(1)} s, ${rate} a second`);
  };
  await judge('Judging all, each one otherwise than before');
  await judge('Judging all, none otherwise than before');
  const byKey = await median(() =>
    asActor(actor, (tx) =>
      tx.execute(sql`select name from organisations where id = ${organisationId}`),
    ),
  );
  lines.push(`One row by its key: ${byKey.toFixed(1)} ms`);
  for (const [name, filter] of Object.entries(SEARCHES)) {
    const taken = await median(() =>
      listOnboardings(actor, { filter: { ...NO_FILTER, ...filter } }),
    );
    lines.push(`${name}: ${taken.toFixed(1)} ms, ${(taken / byKey).toFixed(1)} times that`);
  }
  await closeDatabase();
  return [`Ledger of ${size.toLocaleString('en-GB')} onboardings`, ...lines].join('\n  ');
}

const SIZES = (process.env.BENCH_LEDGER_SIZES || '100000,1000000').split(',').map(Number);

/** Measures ledgers of each size, each in a database of its own. */
export async function measureLedgers(
  cluster: Awaited<ReturnType<typeof benchCluster>>,
): Promise<string> {
  const found: string[] = [];
  for (const size of SIZES) {
    const name = `bench_ledger_${size}`;
    found.push(await measureLedger(await cluster.create(name), size));
    await cluster.drop(name).catch(() => {});
  }
  return found.join('\n');
}
