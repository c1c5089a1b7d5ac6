import { and, eq, sql } from 'drizzle-orm';
import { readCaseFacts, targetOf } from '@/db/case';
import { applications } from '@/db/schema';
import {
  type CaseFacts,
  mayTransition,
  type TransitionId,
  transitionOf,
} from '@/lib/domain/application';
import type { NewEvent } from '@/lib/domain/events';
import { forbidden, ok, type Result, refused, wrongStatus } from '@/lib/domain/result';
import type { CaseContext } from './define-command';

type Changes = Partial<
  Pick<
    typeof applications.$inferInsert,
    'round' | 'assigneeId' | 'requestsSent' | 'submittedAt' | 'dueOn'
  >
>;

/**
 * Takes one transition of the application's table: the only place where a status changes. Writes
 * the event in the same transaction and answers its place in the chain, with the facts it judged.
 * Problems: `forbidden`, `wrong_status`, and `refused` with code 'guarded' and the words given.
 */
export async function moveApplication<I>(
  context: CaseContext<I>,
  id: TransitionId,
  event: NewEvent,
  options: { changes?: Changes; guardedMessage?: string } = {},
): Promise<Result<{ sequence: number; hash: string; facts: CaseFacts }>> {
  const { tx, actor, application, now, record } = context;
  const facts = await readCaseFacts(tx, actor, application);
  const answer = mayTransition(actor, facts, id);
  if (answer === 'forbidden') return forbidden();
  if (answer === 'wrong_status') return wrongStatus();
  if (answer === 'guarded')
    return refused('guarded', options.guardedMessage ?? 'You cannot do this on this application.');
  const [moved] = await tx
    .update(applications)
    .set({
      ...options.changes,
      status: transitionOf(id).to,
      statusAt: now,
      version: sql`${applications.version} + 1`,
    })
    .where(
      and(
        eq(applications.id, application.id),
        eq(applications.organisationId, application.organisationId),
        eq(applications.status, application.status),
      ),
    )
    .returning({ id: applications.id });
  if (!moved) return wrongStatus();
  return ok({ ...(await record(event, targetOf(application))), facts });
}
