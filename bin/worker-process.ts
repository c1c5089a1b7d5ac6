import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type postgres from 'postgres';
import { root } from './prepare.mjs';

/** `npm run worker`, as a process of its own; answers once it runs jobs. For tests that kill it. */
export async function startWorkerProcess(env: Record<string, string>): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['--import', 'tsx', 'bin/worker.ts'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: worker.stdout as NodeJS.ReadableStream });
  for await (const line of lines) if (line.startsWith('Running jobs')) return worker;
  throw new Error('the worker ended before it began');
}

/** Ends it as a machine that fails does. */
export async function killProcess(worker: ChildProcess): Promise<void> {
  worker.kill('SIGKILL');
  if (worker.exitCode === null && worker.signalCode === null)
    await new Promise((resolve) => worker.once('exit', resolve));
}

/** As though two minutes passed since the worker was last seen. */
export async function twoMinutesLater(sql: postgres.Sql): Promise<void> {
  await sql`update job_workers set seen_at = seen_at - interval '2 minutes'`;
  await sql`update graphile_worker._private_jobs
    set locked_at = locked_at - interval '2 minutes' where locked_at is not null`;
}
