import { and, eq } from 'drizzle-orm';
import { readApprovalsInForce } from '@/db/approvals';
import type { Tx } from '@/db/client';
import { readOnboardingEvidence } from '@/db/evidence';
import { readOnboardingFacts } from '@/db/onboarding-facts';
import { readOnboardingHistory } from '@/db/onboarding-history';
import type { OnboardingRow } from '@/db/onboardings';
import { readNames } from '@/db/people-names';
import { readRegisterAnswer } from '@/db/registers';
import { products } from '@/db/schema';
import type { PlainDate } from '@/lib/domain/dates';
import { availableMoves } from '@/lib/domain/onboarding';
import { renewedOf } from '@/lib/domain/onboarding-alerts';
import { judgeOnboarding } from '@/lib/domain/onboarding-verdict';
import type { OnboardingView } from '@/lib/domain/onboarding-view';
import { tellFlags, tellReasons, verdictWords } from '@/lib/domain/onboarding-words';
import { can, isStaff, type PersonActor } from '@/lib/domain/permissions';
import { clearanceLine } from '@/lib/domain/product-assurance';

/** So many events stand on the page of a code; the rest is on a page of its own. */
const LATEST = 10;

const productOf = async (tx: Tx, { organisationId, productId }: OnboardingRow) => {
  const [found] = await tx
    .select({ name: products.name, since: products.availableFrom })
    .from(products)
    .where(and(eq(products.organisationId, organisationId), eq(products.id, productId)));
  return { name: found?.name ?? '', since: found?.since ?? null };
};

async function overrideOf(tx: Tx, row: OnboardingRow): Promise<OnboardingView['override']> {
  const { overrideReason: reason, overriddenBy: id, overriddenAt: at } = row;
  if (reason === null || id === null || at === null) return null;
  const names = await readNames(tx, [id]);
  return { reason, by: names.get(id) ?? null, at };
}

/** That a live one's product is not cleared for live, in words; null where it is. */
async function unclearedOf(tx: Tx, row: OnboardingRow, whose: 'your' | 'the', today: PlainDate) {
  if (row.state !== 'live') return null;
  const approvals = await readApprovalsInForce(tx, row.organisationId, row.productId);
  const { cleared, sentence } = clearanceLine(approvals.get(row.productId) ?? null, today, whose);
  return cleared ? null : sentence;
}

/** An onboarding with its verdict as at today, everything it is judged by, and what happened to it. */
export async function readOnboardingView(
  tx: Tx,
  actor: PersonActor,
  row: OnboardingRow,
  today: PlainDate,
): Promise<OnboardingView> {
  const facts = await readOnboardingFacts(tx, row, today);
  const product = await productOf(tx, row);
  const override = await overrideOf(tx, row);
  const register = await readRegisterAnswer(tx, 'dspt', row.dsptCode ?? row.odsCode);
  const files = await readOnboardingEvidence(tx, row);
  const history = await readOnboardingHistory(tx, row, { size: LATEST, files: !isStaff(actor) });
  const more = history.next !== null || history.entries.length > LATEST;
  const judgement = judgeOnboarding(facts, today);
  const told = {
    ...{ facts: { ...facts, odsCode: row.odsCode }, judgement, today },
    reader: isStaff(actor) ? ('staff' as const) : ('supplier' as const),
  };
  return {
    ...{ id: row.id, odsCode: row.odsCode, product: product.name, since: product.since },
    ...{ state: row.state, stateOn: row.stateOn, stateReason: row.stateReason },
    ...{ name: row.name, address: row.address, goLiveOn: row.goLiveOn, dsptCode: row.dsptCode },
    ...{ leadOdsCode: row.leadOdsCode, contactName: row.contactName },
    ...{ contactEmail: row.contactEmail, clinicalSafety: row.clinicalSafety },
    uncleared: await unclearedOf(tx, row, isStaff(actor) ? 'the' : 'your', today),
    lead: facts.lead && { odsCode: facts.lead.odsCode, name: facts.lead.name },
    alert: {
      ...{ aupVersion: row.aupVersion, aupAlertedOn: row.aupAlertedOn, aupMethod: row.aupMethod },
      ...{ aupAlertedBy: row.aupAlertedBy, aupAcknowledgedOn: row.aupAcknowledgedOn },
    },
    renewed: row.aupRenewedOn === null ? null : renewedOf(row),
    verdict: judgement.verdict,
    says: verdictWords(judgement, row.state),
    reasons: tellReasons(told),
    flags: tellFlags(told),
    ...{ override, register, files, history: history.entries.slice(0, LATEST), more },
    ods: facts.odsFact,
    aupVersions: facts.aupVersions,
    checks: facts.checks.filter(({ source }) => source === 'supplier').toReversed(),
    moves: availableMoves(actor, row.state),
    mayEdit: can(actor, 'onboarding:edit'),
    mayOverride: can(actor, 'onboarding:override'),
    ...{ version: row.version, today },
  };
}
