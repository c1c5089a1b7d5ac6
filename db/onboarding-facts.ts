import { and, asc, desc, eq, lte } from 'drizzle-orm';
import type { AupVersion } from '@/lib/domain/aup';
import type { PlainDate } from '@/lib/domain/dates';
import { type OdsFact, odsStateOn } from '@/lib/domain/ods-fact';
import type { ShownCheck } from '@/lib/domain/onboarding-telling';
import { judgedOn, type OnboardingFacts } from '@/lib/domain/onboarding-verdict';
import type { Tx } from './client';
import { readOdsFact } from './ods';
import type { OnboardingRow } from './onboardings';
import {
  aupVersions,
  onboardingChecks,
  onboardings,
  registerRows,
  registerSnapshots,
} from './schema';

/** The onboarding that is another's lead; null where none is named or it was cancelled. */
async function findLead(tx: Tx, row: OnboardingRow): Promise<OnboardingRow | null> {
  if (!row.leadOdsCode) return null;
  const [lead] = await tx
    .select()
    .from(onboardings)
    .where(
      and(
        eq(onboardings.organisationId, row.organisationId),
        eq(onboardings.productId, row.productId),
        eq(onboardings.odsCode, row.leadOdsCode),
      ),
    );
  return lead && lead.state !== 'cancelled' ? lead : null;
}

/** Every version of the AUP, the latest first. */
export const readAupVersions = (tx: Tx): Promise<AupVersion[]> =>
  tx
    .select({ version: aupVersions.version, inForceFrom: aupVersions.inForceFrom })
    .from(aupVersions)
    .orderBy(desc(aupVersions.inForceFrom));

async function readSupplierChecks(tx: Tx, row: OnboardingRow, today: PlainDate) {
  const found = await tx
    .select()
    .from(onboardingChecks)
    .where(
      and(
        eq(onboardingChecks.organisationId, row.organisationId),
        eq(onboardingChecks.onboardingId, row.id),
        lte(onboardingChecks.checkedOn, today),
      ),
    )
    .orderBy(asc(onboardingChecks.checkedOn), asc(onboardingChecks.recordedAt));
  return found.map(
    ({ id, checkedOn, recordedAt, checkedBy, code, status, edition, level, publishedOn }) =>
      ({
        ...{ source: 'supplier', id, day: checkedOn, at: recordedAt, by: checkedBy },
        ...{ code, status, edition, level, publishedOn },
      }) satisfies ShownCheck,
  );
}

const inUse = (today: PlainDate) =>
  and(
    eq(registerSnapshots.register, 'dspt'),
    eq(registerSnapshots.state, 'ready'),
    lte(registerSnapshots.asOf, today),
  );

async function readRegisterChecks(tx: Tx, code: string, today: PlainDate) {
  const found = await tx
    .select({
      id: registerSnapshots.id,
      day: registerSnapshots.asOf,
      at: registerSnapshots.uploadedAt,
      code: registerRows.code,
      status: registerRows.status,
      edition: registerRows.edition,
      level: registerRows.level,
      publishedOn: registerRows.publishedOn,
    })
    .from(registerRows)
    .innerJoin(registerSnapshots, eq(registerSnapshots.id, registerRows.snapshotId))
    .where(and(eq(registerRows.code, code), inUse(today)))
    .orderBy(asc(registerSnapshots.asOf));
  return found.map((row) => ({ ...row, source: 'register', by: '' }) satisfies ShownCheck);
}

async function readWholeRegister(tx: Tx, today: PlainDate) {
  const [row] = await tx
    .select({ id: registerSnapshots.id, asOf: registerSnapshots.asOf })
    .from(registerSnapshots)
    .where(and(inUse(today), eq(registerSnapshots.complete, true)))
    .orderBy(desc(registerSnapshots.asOf), desc(registerSnapshots.uploadedAt))
    .limit(1);
  return row ?? null;
}

const alertOf = ({ aupVersion, aupAlertedOn, aupRenewedVersion }: OnboardingRow) => ({
  version: aupVersion,
  alertedOn: aupAlertedOn,
  renewed: aupRenewedVersion,
});

export type ShownFacts = Omit<OnboardingFacts, 'checks'> & {
  checks: ShownCheck[];
  lead: OnboardingRow | null;
  odsFact: OdsFact;
};

/** The alerts of an onboarding and of its lead, as they are judged. */
export async function readAlerts(tx: Tx, row: OnboardingRow) {
  const lead = await findLead(tx, row);
  return { alert: alertOf(row), leadAlert: lead && alertOf(lead) };
}

/** What an onboarding is judged by, as it is known today, with its checks as they are shown. */
export async function readOnboardingFacts(
  tx: Tx,
  row: OnboardingRow,
  today: PlainDate,
): Promise<ShownFacts> {
  const lead = await findLead(tx, row);
  const code = row.dsptCode ?? row.odsCode;
  const odsFact = await readOdsFact(tx, row.odsCode);
  const day = judgedOn(row, today);
  const checks = [
    ...(await readSupplierChecks(tx, row, today)),
    ...(await readRegisterChecks(tx, code, today)),
  ];
  return {
    ...{ state: row.state, goLiveOn: row.goLiveOn, stateOn: row.stateOn, checks, lead },
    odsFact,
    ods: { onDay: odsStateOn(odsFact, day), today: odsStateOn(odsFact, today) },
    leadOds: lead && odsStateOn(await readOdsFact(tx, lead.odsCode), day),
    wholeRegister: await readWholeRegister(tx, today),
    alert: alertOf(row),
    leadAlert: lead && alertOf(lead),
    aupVersions: await readAupVersions(tx),
  };
}
