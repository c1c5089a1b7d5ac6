import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { readOnboardingFacts } from '@/db/onboarding-facts';
import type { OnboardingRow } from '@/db/onboardings';
import { products } from '@/db/schema';
import type { PlainDate } from '@/lib/domain/dates';
import type { Told } from '@/lib/domain/onboarding-telling';
import { judgeOnboarding, type VerdictReason } from '@/lib/domain/onboarding-verdict';
import { tellReasons } from '@/lib/domain/onboarding-words';

/** The first day of the product that an onboarding is for, where it is known. */
export async function productSince(tx: Tx, row: OnboardingRow): Promise<PlainDate | null> {
  const [product] = await tx
    .select({ since: products.availableFrom })
    .from(products)
    .where(and(eq(products.organisationId, row.organisationId), eq(products.id, row.productId)));
  return product?.since ?? null;
}

/**
 * Whether an onboarding was ready as at a day on which it is to have gone live, with every reason in
 * words: to its supplier now, and to be kept, which name each day and are right for every reader. One
 * that was ready then and would have lapsed since was ready.
 */
export async function judgeGoLive(
  tx: Tx,
  row: OnboardingRow,
  on: PlainDate,
  today: PlainDate,
): Promise<{ ready: boolean; reasons: Told<VerdictReason>[]; keptWords: string[] }> {
  const live: OnboardingRow = { ...row, state: 'live', goLiveOn: on, stateOn: on };
  const facts = await readOnboardingFacts(tx, live, today);
  const judgement = judgeOnboarding(facts, today);
  const { verdict } = judgement;
  const telling = { facts: { ...facts, odsCode: row.odsCode }, judgement, today };
  return {
    ready: verdict === 'ready' || verdict === 'lapsed',
    reasons: tellReasons({ ...telling, reader: 'supplier' }),
    keptWords: tellReasons({ ...telling, reader: 'staff', kept: true }).map(({ words }) => words),
  };
}
