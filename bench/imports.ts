import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import { closeDatabase } from '@/db/client';
import { applyImport } from '@/lib/commands/imports/apply-import';
import { confirmImport } from '@/lib/commands/imports/confirm-import';
import { uploadImport } from '@/lib/commands/imports/upload-import';
import { EUO_COLUMNS } from '@/lib/domain/euo-columns';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import type { Result } from '@/lib/domain/result';
import { checkImport } from '@/lib/jobs/check-import';
import { newFileKey } from '@/lib/ports/file-store';
import { fileStore } from '@/lib/ports/store';
import type { BenchDatabase, benchCluster } from './database';

const MB = 1024 * 1024;
const system: SystemActor = { kind: 'system', name: 'bench' };

/** Believable rows, each another organisation: most went live, checked and alerted in time. */
function* rowsOf(count: number): Generator<string> {
  yield `${EUO_COLUMNS.join(',')}\r\n`;
  for (let n = 0; n < count; n += 1) {
    const code = `E${n.toString(36).toUpperCase().padStart(6, '0')}`;
    const live = n % 10 < 8;
    const month = String(1 + (n % 9)).padStart(2, '0');
    const lead = n % 50 === 7 ? `E${(n - 7).toString(36).toUpperCase().padStart(6, '0')}` : '';
    yield [
      ...[code, `"The ${n % 97} Meadow Surgery, ${n}"`, '', live ? 'live' : 'planned', lead],
      live ? `2026-${month}-15` : '',
      ...['', '25/26 Standards Met', '05/01/2026', `2026-${month}-10`, 'A Checker'],
      ...['1.0', `2026-${month}-11`, 'email', 'An Alerter', 'A Contact', `contact${n}@euo.example`],
      'DCB0160 report 4\r\n',
    ].join(',');
  }
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};
function valued<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.problem.kind}`);
  return answer.value;
}

/** The same file straight into a table of texts, as fast as the database takes it. */
async function copyRaw(sql: postgres.Sql, path: string): Promise<void> {
  const columns = EUO_COLUMNS.map((name) => `${name} text`).join(', ');
  await sql.unsafe(`drop table if exists raw_copy; create table raw_copy (${columns})`);
  const into = await sql`copy raw_copy from stdin (format csv, header)`.writable();
  await pipeline(fs.createReadStream(path), into);
  await sql`drop table raw_copy`;
}

/** Imports a file of so many rows into the ledger of a supplier that has none. */
async function measureImport(
  { appUrl, superuserUrl }: BenchDatabase,
  folder: string,
  rows: number,
): Promise<string> {
  process.env.DATABASE_URL = appUrl;
  process.env.EVIDENCE_FOLDER = join(folder, 'evidence');
  const path = join(folder, 'euos.csv');
  fs.mkdirSync(folder, { recursive: true });
  await pipeline(rowsOf(rows), fs.createWriteStream(path));
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  const [who] = await sql<{ organisation: string; person: string }[]>`
    with o as (insert into organisations (name, created_at) values ('Bench ' || gen_random_uuid(), now()) returning id),
      p as (insert into products (organisation_id, name, created_at) select id, 'Rota', now() from o)
    insert into people (organisation_id, email, name, roles, created_at)
      select id, id || '@bench.example', 'Importer', '{contributor}', now() from o
      returning organisation_id as organisation, id as person`;
  if (!who) throw new Error('nobody imports');
  const actor: PersonActor = {
    ...{ kind: 'person', personId: who.person, organisationId: who.organisation },
    ...{ name: 'Importer', roles: ['contributor'] },
  };
  const raw = await seconds(() => copyRaw(sql, path));
  const key = newFileKey();
  await fileStore().put(key, fs.createReadStream(path));
  const { size } = fs.statSync(path);
  const sha256 = createHash('sha256').update(path).digest('hex');
  const file = { key, name: 'euos.csv', size, sha256 };
  const { id: importId } = valued(await uploadImport(actor, { file }));
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const checked = await seconds(() => checkImport(importId));
  valued(await confirmImport(actor, { importId, replaceEdited: false }));
  const applied = await seconds(() => applyImport(system, { importId }).then(valued));
  clearInterval(timer);
  const [found] = await sql`select count(*)::int as rows from onboardings
    where organisation_id = ${who.organisation}`;
  await sql.end();
  await fileStore().remove(key);
  if (found?.rows !== rows) throw new Error(`${found?.rows} of ${rows} rows were imported`);
  const took = checked + applied;
  const rate = (time: number) => Math.round(rows / time).toLocaleString('en-GB');
  return [
    `Import of ${rows.toLocaleString('en-GB')} rows (${(size / MB).toFixed(0)} MB): ${took.toFixed(1)} s`,
    `(${checked.toFixed(1)} to check, ${applied.toFixed(1)} to import), ${rate(took)} rows/s;`,
    `raw COPY of the same file: ${raw.toFixed(1)} s, ${rate(raw)} rows/s (${Math.round((raw / took) * 100)} %).`,
    `Memory: ${Math.round(before / MB)} MB before, ${Math.round(peak / MB)} MB at most.`,
  ].join(' ');
}

const SIZES = (process.env.BENCH_IMPORT_SIZES || '100000,1000000').split(',').map(Number);

/** An import of each size into an empty database, beside the same file copied straight. */
export async function measureImports(
  cluster: Pick<Awaited<ReturnType<typeof benchCluster>>, 'create' | 'drop'>,
  folder: string,
): Promise<string> {
  const lines: string[] = [];
  for (const size of SIZES) {
    const name = `bench_import_${size}`;
    lines.push(await measureImport(await cluster.create(name), folder, size));
    await closeDatabase();
    await cluster.drop(name).catch(() => {});
  }
  return lines.join('\n');
}
