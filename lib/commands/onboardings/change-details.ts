import { z } from 'zod';
import { leadProblem } from '@/db/onboarding-leads';
import type { OnboardingRow } from '@/db/onboardings';
import { isClosed } from '@/lib/domain/onboarding';
import { type OnboardingDetails, readDetails, typedDetails } from '@/lib/domain/onboarding-form';
import { invalid, ok, wrongStatus } from '@/lib/domain/result';
import { typedFormSchema } from '@/lib/domain/typed-form';
import {
  conflictWith,
  defineOnboardingCommand,
  differences,
  keepChange,
} from './define-onboarding-command';
import { productSince } from './judge-go-live';

const inputSchema = z.object({
  onboardingId: z.uuid(),
  version: z.number().int().positive(),
  values: typedFormSchema,
});

const detailsOf = (row: OnboardingRow): OnboardingDetails => ({
  ...{ name: row.name, address: row.address, goLiveOn: row.goLiveOn },
  ...{ leadOdsCode: row.leadOdsCode, dsptCode: row.dsptCode },
  ...{ contactName: row.contactName, contactEmail: row.contactEmail },
  clinicalSafety: row.clinicalSafety,
});

/**
 * Changes the details of an onboarding; the go-live date only while it is planned. The same details
 * again change nothing. Problems: `not_found`, `wrong_status` (cancelled or disconnected), `invalid`
 * by field, and `conflict` with the details that stand (the EUO rules).
 */
export const changeDetails = defineOnboardingCommand<
  z.infer<typeof inputSchema>,
  { odsCode: string }
>({
  name: 'onboarding.change-details',
  permission: 'onboarding:edit',
  input: inputSchema,
  namesLeads: true,
  run: async (context) => {
    const { tx, row, input, today } = context;
    if (isClosed(row.state)) return wrongStatus();
    const bounds = {
      odsCode: row.odsCode,
      state: row.state,
      since: await productSince(tx, row),
      today,
    };
    const read = readDetails(input.values, bounds);
    if (!read.ok) return invalid(...read.problems);
    const before = detailsOf(row);
    const planned = row.state === 'planned';
    const goLiveOn = planned ? read.details.goLiveOn : row.goLiveOn;
    const after = { ...read.details, goLiveOn };
    const change = differences(before, after);
    if (!change) return ok({ odsCode: row.odsCode });
    if (input.version !== row.version)
      return conflictWith(
        context,
        typedDetails({ ...before, goLiveOn: planned ? before.goLiveOn : null }),
      );
    const wrong =
      after.leadOdsCode && after.leadOdsCode !== before.leadOdsCode
        ? await leadProblem(tx, row, after.leadOdsCode)
        : null;
    if (wrong) return invalid({ field: 'leadOdsCode', message: wrong });
    await keepChange(context, after, { type: 'onboarding.changed', contents: change });
    return ok({ odsCode: row.odsCode });
  },
});
