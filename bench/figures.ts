import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { asActor, closeDatabase } from '@/db/client';
import { londonDate } from '@/lib/domain/clock';
import { addMonths, type PlainDate } from '@/lib/domain/dates';
import type { FigureFilter } from '@/lib/domain/figure-sums';
import { MOST_ASKED } from '@/lib/domain/lapses';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { readQueueView } from '@/lib/domain/queue';
import { countCases } from '@/lib/jobs/count-cases';
import { countAllMarked } from '@/lib/jobs/count-suppliers';
import { now } from '@/lib/ports/clock';
import { getFlow } from '@/lib/queries/figures/get-flow';
import { getLapses } from '@/lib/queries/figures/get-lapses';
import { getWhy } from '@/lib/queries/figures/get-why';
import { verifyCaseFigures } from '@/lib/queries/figures/verify-case-figures';
import { getOverview } from '@/lib/queries/manage/get-overview';
import { getWorkloads } from '@/lib/queries/manage/get-workloads';
import { listSuppliers, sumSuppliers } from '@/lib/queries/suppliers/list-suppliers';
import type { BenchDatabase, benchCluster } from './database';
import { fill } from './fill';
import { fillDashboards } from './fill-dashboards';
import { median } from './median';

const system: SystemActor = { kind: 'system', name: 'bench' };

/** What managers' figures cost at a size: counting all, checking all, and each page beside a look-up by key. */
async function measureSize(database: BenchDatabase, size: number): Promise<string> {
  await fill(database.superuserUrl, size);
  const own = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
  await own`insert into case_marks (application_id, at)
    select id, now() from applications where submitted_at is not null`;
  await fillDashboards(own, size);
  const [manager] = await own`select id from people where email = 'manager1@bench.example'`;
  const [one] = await own`select a.organisation_id, a.assignee_id from applications a
    where a.assignee_id is not null limit 1`;
  const [{ events = 0 } = {}] = await own`select count(*)::int as events from events`;
  await own`vacuum (analyze)`;
  process.env.DATABASE_URL = database.appUrl;
  const actor: PersonActor = {
    ...{ kind: 'person', personId: manager?.id, name: 'Bench', organisationId: null },
    roles: ['manager'],
  };
  const lines: string[] = [];
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    const seconds = (performance.now() - begun) / 1000;
    const rate = Math.round(size / seconds).toLocaleString('en-GB');
    lines.push(`${what}: ${seconds.toFixed(1)} s, ${rate} a second`);
  };
  await timed('Counting every case', () => countCases(system));
  await timed('Working all out again, to compare', async () => {
    const faults = await verifyCaseFigures(system);
    if (faults.length > 0) throw new Error(`figures do not agree: ${faults[0]}`);
  });
  await timed('Counting every supplier', () => countAllMarked(system));
  await own`vacuum (analyze)`;
  const [made] = await own<{ approvals: number; euos: number; suppliers: number }[]>`
    select (select count(*) from assurances)::int as approvals,
      (select count(*) from onboardings)::int as euos,
      (select count(*) from supplier_figures)::int as suppliers`;
  await own.end();
  const today = londonDate(now());
  const year: FigureFilter = {
    ...{ period: 'month', from: addMonths(today, -12), to: today },
    ...{ assessorId: null, organisationId: null, productId: null },
  };
  const month = `${addMonths(today, 3).slice(0, 7)}-01` as PlainDate;
  const weeks: FigureFilter = { ...year, period: 'week' };
  const byKey = await median(() =>
    asActor(actor, (tx) => tx.execute(sql`select name from people where id = ${actor.personId}`)),
  );
  lines.push(`One row by its key: ${byKey.toFixed(1)} ms`);
  const pages: Record<string, () => Promise<unknown>> = {
    'Now, as it stands': () => getOverview(actor, readQueueView({}, 'confirm')),
    'Flow, a year by month': () => getFlow(actor, year),
    'Flow, a year by week': () => getFlow(actor, weeks),
    'Flow, one assessor by week': () => getFlow(actor, { ...weeks, assessorId: one?.assignee_id }),
    'Flow, one supplier by week': () =>
      getFlow(actor, { ...weeks, organisationId: one?.organisation_id }),
    'Why, a year by month': () => getWhy(actor, year),
    'Why, a year by week': () => getWhy(actor, weeks),
    'Who has what': () => getWorkloads(actor),
    'What lapses, the next': () => getLapses(actor, 'next', { after: null, most: MOST_ASKED }),
    'What lapses, a month': () => getLapses(actor, { month }, { after: null, most: MOST_ASKED }),
    'EUOs, all together': () => sumSuppliers(actor),
    'EUOs, the worst first': () => listSuppliers(actor, { order: 'worst' }),
    'EUOs, by one number': () => listSuppliers(actor, { order: 'worst', having: 'outdated' }),
    'EUOs, a name sought': () => listSuppliers(actor, { order: 'worst', text: 'Kestrel' }),
  };
  for (const [name, page] of Object.entries(pages)) {
    const taken = await median(page);
    lines.push(`${name}: ${taken.toFixed(1)} ms, ${(taken / byKey).toFixed(1)} times that`);
  }
  await closeDatabase();
  const many = { applications: size, events, ...made };
  const of = Object.entries(many).map(
    ([what, count]) => `${count.toLocaleString('en-GB')} ${what}`,
  );
  return [`Figures of ${of.join(', ')}`, ...lines].join('\n  ');
}

const SIZES = (process.env.BENCH_FIGURES_SIZES || '100000,1000000').split(',').map(Number);

/** Managers' figures at each size, each in a database of its own. */
export async function measureFigures(
  cluster: Pick<Awaited<ReturnType<typeof benchCluster>>, 'create' | 'drop'>,
): Promise<string> {
  const lines: string[] = [];
  for (const size of SIZES) {
    const name = `bench_figures_${size}`;
    lines.push(await measureSize(await cluster.create(name), size));
    await cluster.drop(name).catch(() => {});
  }
  return lines.join('\n');
}
