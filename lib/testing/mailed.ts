import type { SystemActor } from '@/lib/domain/permissions';
import { sendMailJob } from '@/lib/jobs/messages';
import { closeMail } from '@/lib/ports/mail';
import type { World } from './world';

const system: SystemActor = { kind: 'system', name: 'send-mail' };

/** Sets the mail server by the variables that an operator sets; null takes it away. */
export function useMailServer(url: string | null): void {
  closeMail();
  if (url === null) {
    delete process.env.SMTP_URL;
    delete process.env.MAIL_FROM;
  } else Object.assign(process.env, { SMTP_URL: url, MAIL_FROM: 'Portal <portal@nhs.example>' });
}

/** The jobs of one kind that wait, by what they are told. */
export async function waitingJobs(world: World, task = 'send-mail') {
  const rows = await world.sql`select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = ${task} order by j.id`;
  return rows.map(({ payload }) => payload as { deliveryId: string });
}

/**
 * One attempt at every email that waits, as the worker makes it: a job that fails is kept. Answers
 * how many failed.
 */
export async function sendWaiting(world: World, attempt = { attempt: 1, of: 25 }): Promise<number> {
  let failed = 0;
  for (const { deliveryId } of await waitingJobs(world)) {
    const done = await sendMailJob(system, deliveryId, attempt).then(
      () => true,
      () => false,
    );
    if (!done) failed += 1;
    else
      await world.sql`delete from graphile_worker._private_jobs
        where payload->>'deliveryId' = ${deliveryId}`;
  }
  return failed;
}
