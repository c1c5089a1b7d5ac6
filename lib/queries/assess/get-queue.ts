import { asActor } from '@/db/client';
import { can, type PersonActor } from '@/lib/domain/permissions';
import type { QueueTab, QueueView } from '@/lib/domain/queue';
import { type CasePage, readCases } from './list-cases';
import { readTabCounts } from './list-cases-counts';

export type Queue = CasePage & { counts: Record<QueueTab, number> };

/**
 * What the assessor's queue shows: a page of the view's cases and how many each tab holds, in one
 * transaction. Null for somebody who may not look at cases.
 */
export function getQueue(actor: PersonActor, view: QueueView): Promise<Queue | null> {
  if (!can(actor, 'case:view')) return Promise.resolve(null);
  return asActor(actor, async (tx) => {
    // Both are sent at once and answered one after the other.
    const [page, counts] = await Promise.all([
      readCases(tx, actor, view),
      readTabCounts(tx, actor),
    ]);
    return { ...page, counts };
  });
}
