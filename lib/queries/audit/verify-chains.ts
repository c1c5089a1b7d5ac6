import { asActor } from '@/db/client';
import type { BrokenLink } from '@/lib/domain/audit';
import type { SystemActor } from '@/lib/domain/permissions';
import { chainFaults } from './chain-faults';

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
/** Chains for each statement: enough to be fast, few enough to hold in memory. */
const BATCH = 2000;

export type AuditCounts = {
  chains: number;
  events: number;
  submissions: number;
  redacted: number;
};
export type AuditAnswer = { counts: AuditCounts; broken: BrokenLink | null };

type Batch = AuditCounts & { last: string | null } & {
  [Part in keyof BrokenLink]: BrokenLink[Part] | null;
};

/**
 * Verifies every chain of events: hashes, links, places without a gap, heads, words that were not
 * redacted, and what each submission froze and printed. Stops at the first broken link, in the order
 * of subjects; counts are of what was read until then. `told` hears of them after each batch.
 */
export async function verifyChains(
  actor: SystemActor,
  told: (counts: AuditCounts) => void = () => undefined,
  batchSize = BATCH,
): Promise<AuditAnswer> {
  const counts: AuditCounts = { chains: 0, events: 0, submissions: 0, redacted: 0 };
  for (let after = BEFORE_ALL; ; ) {
    const [batch] = await asActor(actor, (tx) => tx.execute<Batch>(chainFaults(after, batchSize)));
    if (!batch || batch.last === null) return { counts, broken: null };
    for (const key of Object.keys(counts) as (keyof AuditCounts)[]) counts[key] += batch[key];
    const { subject, sequence, fault } = batch;
    if (subject !== null && sequence !== null && fault !== null)
      return { counts, broken: { subject, sequence, fault } };
    told({ ...counts });
    after = batch.last;
  }
}
