import { and, desc, eq } from 'drizzle-orm';
import { readAside } from '@/lib/domain/onboarding-alerts';
import type { RecordedAlert } from '@/lib/domain/onboarding-records';
import type { Tx } from './client';
import type { OnboardingRow } from './onboardings';
import { eventContents, events } from './schema';

/** The alerts that the last correction of an onboarding's go-live date put aside. */
export async function readAlertsAside(
  tx: Tx,
  { id, organisationId }: OnboardingRow,
): Promise<RecordedAlert[]> {
  const [last] = await tx
    .select({ contents: eventContents.contents })
    .from(events)
    .innerJoin(eventContents, eq(eventContents.eventId, events.id))
    .where(
      and(
        eq(events.organisationId, organisationId),
        eq(events.subjectId, id),
        eq(events.type, 'onboarding.go_live_corrected'),
      ),
    )
    .orderBy(desc(events.sequence))
    .limit(1);
  return readAside(last?.contents);
}
