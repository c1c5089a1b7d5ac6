import { readCalendar } from '@/db/calendars';
import { asActor } from '@/db/client';
import { readHistory } from '@/db/history';
import { findOwnApplication } from '@/db/supplier-case';
import { readTurns } from '@/db/turns';
import type { SplitClock } from '@/lib/domain/clock';
import { isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { foldSaves, type TimelineEntry } from '@/lib/domain/timeline';
import { daysSoFar } from '@/lib/domain/turns';
import { now } from '@/lib/ports/clock';

const PAGE = 50;

export type TimelineView = {
  reference: string;
  product: string;
  /** The working days each side had it, all of ours as the assessor's; null before a submission. */
  days: SplitClock | null;
  entries: TimelineEntry[];
  /** Where the next page begins, or null at the start of the history. */
  next: number | null;
};

/**
 * What happened to one application, newest first, in words for its supplier: colleagues by name,
 * staff without one. `before` is a place in the chain. Null when missing, foreign, or asked by staff.
 */
export async function getTimeline(
  actor: PersonActor,
  reference: string,
  before?: number,
): Promise<TimelineView | null> {
  if (!isSupplier(actor)) return null;
  const read = await asActor(actor, async (tx) => {
    const found = await findOwnApplication(tx, actor.organisationId, reference);
    if (!found) return null;
    const subject = { id: found.id, organisationId: actor.organisationId };
    const history = await readHistory(tx, subject, { size: PAGE, before });
    return {
      found,
      history,
      days: daysSoFar(await readCalendar(tx), await readTurns(tx, found.id), now()),
    };
  });
  if (!read) return null;
  const { found, history, days } = read;
  return {
    reference: found.reference,
    product: found.product,
    days,
    entries: foldSaves(history.entries),
    next: history.next,
  };
}
