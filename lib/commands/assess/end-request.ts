import { eq } from 'drizzle-orm';
import { readCalendar } from '@/db/calendars';
import { readOpenRequest } from '@/db/case';
import { readRequests } from '@/db/rounds';
import { informationRequests } from '@/db/schema';
import { readSetting } from '@/db/settings';
import { readTurns } from '@/db/turns';
import type { CaseContext } from '@/lib/commands/define-command';
import { moveApplication } from '@/lib/commands/move-application';
import { resumedDueOn } from '@/lib/domain/case-facts';
import { ok, type Result, wrongStatus } from '@/lib/domain/result';

/**
 * Ends an open request without an answer: the case is the assessor's again, due on the round's
 * target put off by the days that the supplier had it. Problems: `wrong_status`, and the machine's.
 */
export async function endRequest<I>(
  context: CaseContext<I>,
  end: 'cancelled' | 'expired',
  reason: string | null,
): Promise<Result<{ id: string }>> {
  const { tx, application, now } = context;
  const request = await readOpenRequest(tx, application.id);
  if (!request) return wrongStatus();
  await tx
    .update(informationRequests)
    .set({ status: end, endedAt: now })
    .where(eq(informationRequests.id, request.id));
  const requests = await readRequests(tx, application.id);
  const turns = await readTurns(tx, application.id);
  // A review that was upheld gave the round a new target, counted from its own day.
  const upheld = turns.findLast(({ type }) => type === 'review.upheld')?.at;
  const received = application.submittedAt ?? now;
  const began = upheld && upheld > received ? upheld : received;
  const target = await readSetting(tx, 'target_days', began);
  const calendar = await readCalendar(tx);
  const moved = await moveApplication(
    context,
    end === 'cancelled' ? 'cancel_request' : 'expire_request',
    {
      type: end === 'cancelled' ? 'request.cancelled' : 'request.expired',
      contents: { round: application.round, dueOn: request.dueOn, ...(reason && { reason }) },
    },
    { changes: { dueOn: resumedDueOn(calendar, began, application.round, requests, now, target) } },
  );
  return moved.ok ? ok({ id: request.id }) : moved;
}
