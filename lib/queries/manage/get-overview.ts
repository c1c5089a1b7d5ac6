import { asActor } from '@/db/client';
import { can, type PersonActor } from '@/lib/domain/permissions';
import type { QueueView } from '@/lib/domain/queue';
import { type Assessor, readAssessors } from '@/lib/queries/assess/list-assessors';
import { type CasePage, readCases } from '@/lib/queries/assess/list-cases';
import { type OverviewCounts, readOverviewCounts } from '@/lib/queries/assess/list-cases-counts';
import { type FirstLook, readFirstLook } from './read-first-look';

export type Overview = CasePage & {
  counts: OverviewCounts;
  /** To whom a case can be given. */
  assessors: Assessor[];
  firstLook: FirstLook;
};

/** The numbers of the day by themselves, as they are taken away. Null for somebody who may not reassign. */
export function getOverviewCounts(actor: PersonActor): Promise<OverviewCounts | null> {
  if (!can(actor, 'case:reassign')) return Promise.resolve(null);
  return asActor(actor, (tx) => readOverviewCounts(tx, actor));
}

/**
 * What a manager sees: what to do first, a page of everybody's cases, how many each view and each status
 * holds and how many are late or soon due, and the assessors, in one transaction. Null for somebody who may not
 * reassign.
 */
export function getOverview(actor: PersonActor, view: QueueView): Promise<Overview | null> {
  if (!can(actor, 'case:reassign')) return Promise.resolve(null);
  return asActor(actor, async (tx) => {
    const [page, counts, assessors, firstLook] = await Promise.all([
      readCases(tx, actor, view),
      readOverviewCounts(tx, actor),
      readAssessors(tx),
      readFirstLook(tx, actor),
    ]);
    return { ...page, counts, assessors, firstLook };
  });
}
