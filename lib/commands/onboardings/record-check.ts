import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { chainOfOnboarding, judgeWithFollowers } from '@/db/onboardings';
import { onboardingChecks, onboardings } from '@/db/schema';
import { isClosed } from '@/lib/domain/onboarding';
import { readCheck } from '@/lib/domain/onboarding-records';
import { invalid, ok, wrongStatus } from '@/lib/domain/result';
import { typedFormSchema } from '@/lib/domain/typed-form';
import { defineOnboardingCommand } from './define-onboarding-command';

const inputSchema = z.object({ onboardingId: z.uuid(), values: typedFormSchema });

/**
 * Records what somebody read of an organisation's DSPT on a day, and judges it again. A check is
 * never changed: a newer one follows it. The same check again is kept once. Problems: `not_found`,
 * `wrong_status`, `invalid` by field (the EUO rules).
 */
export const recordCheck = defineOnboardingCommand<z.infer<typeof inputSchema>, { known: boolean }>(
  {
    name: 'onboarding.record-check',
    permission: 'onboarding:edit',
    input: inputSchema,
    run: async ({ tx, row, personId, input, now, today, record }) => {
      if (isClosed(row.state)) return wrongStatus();
      const read = readCheck(input.values, today);
      if (!read.ok) return invalid(...read.problems);
      const { organisationId, id } = row;
      const [made] = await tx
        .insert(onboardingChecks)
        .values({
          ...{ ...read.value, organisationId, onboardingId: id },
          ...{ recordedBy: personId, recordedAt: now },
        })
        .onConflictDoNothing()
        .returning({ id: onboardingChecks.id });
      if (!made) return ok({ known: true });
      // Not a new version: it stands beside what others may be changing just now.
      await tx
        .update(onboardings)
        .set({ editedAt: now, editedBy: personId })
        .where(and(eq(onboardings.organisationId, organisationId), eq(onboardings.id, id)));
      const contents = { checkId: made.id, ...read.value };
      await record({ type: 'onboarding.checked', contents }, chainOfOnboarding(row));
      await judgeWithFollowers(tx, row, today);
      return ok({ known: false });
    },
  },
);
