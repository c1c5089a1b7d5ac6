import { EventEmitter } from 'node:events';
import { Logger, parseCrontab, run, type WorkerEvents } from 'graphile-worker';
import postgres from 'postgres';
import { JOBS_BY_THE_CLOCK, type JobName, type JobPayloads } from '@/lib/domain/jobs';
import { requireEnv } from '@/lib/env';

export type JobHandlers = {
  [N in JobName]: (payload: JobPayloads[N], attempt: JobAttempt) => Promise<void>;
};
/** Which try this is, from 1, and how many there will be at most. */
export type JobAttempt = { attempt: number; of: number };

const AT_ONCE = 3;
const BEAT = 20_000;
/** A worker that was not seen for so long is dead, and its jobs are taken up again. */
const DEAD_AFTER_SECONDS = 60;

/** The app's login, as the role that sees the queue and nothing else. */
function queueUrl(): string {
  const url = new URL(requireEnv('DATABASE_URL'));
  url.searchParams.set('options', '-c role=portal_jobs');
  return url.href;
}

const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') process.stderr.write(`Jobs: ${message}\n`);
});

/** Says that these workers live, and frees the jobs of those that were not seen for a minute. */
async function beat(sql: postgres.Sql, workerIds: readonly string[]): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local role portal_jobs`;
    // Two servers that begin at once must not take each other for dead.
    await tx`insert into job_workers select id, now() from unnest(${[...workerIds]}::text[]) id
      on conflict (worker_id) do update set seen_at = excluded.seen_at`;
    await tx`delete from job_workers
      where seen_at < now() - make_interval(secs => ${DEAD_AFTER_SECONDS})`;
    await tx`select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker._private_jobs
      where locked_by is not null and locked_by not in (select worker_id from job_workers)
        and locked_at < now() - make_interval(secs => ${DEAD_AFTER_SECONDS})))`;
  });
}

/**
 * Runs jobs until `stop` is called, which lets those under way end. One that fails is tried again,
 * later each time; one whose worker was killed is taken up by another within two minutes.
 */
export async function startWorker(handlers: JobHandlers): Promise<{ stop: () => Promise<void> }> {
  const ids = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => void ids.add(worker.workerId));
  events.on('worker:stop', ({ worker }) => void ids.delete(worker.workerId));
  const sql = postgres(requireEnv('DATABASE_URL'), { max: 1, onnotice: () => undefined });
  const runner = await run({
    connectionString: queueUrl(),
    concurrency: AT_ONCE,
    noHandleSignals: true,
    pollInterval: 2000,
    logger,
    events,
    parsedCronItems: parseCrontab(
      JOBS_BY_THE_CLOCK.map(([when, name]) => `${when} ${name} ?jobKey=${name}`).join('\n'),
    ),
    taskList: Object.fromEntries(
      Object.entries(handlers).map(([name, handle]) => [
        name,
        (payload: unknown, { job }: { job: { attempts: number; max_attempts: number } }) =>
          handle(payload as never, { attempt: job.attempts, of: job.max_attempts }),
      ]),
    ),
  });
  const beating = async () => {
    await beat(sql, [...ids]).catch((error) => logger.warn(`no heartbeat: ${String(error)}`));
  };
  await beating();
  const timer = setInterval(beating, BEAT);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await runner.stop();
      await sql.end({ timeout: 5 });
    },
  };
}
