import { z } from 'zod';
import { readAupVersions } from '@/db/onboarding-facts';
import type { OnboardingRow } from '@/db/onboardings';
import { isClosed } from '@/lib/domain/onboarding';
import { readAlert, typedAlert, versionsOffered } from '@/lib/domain/onboarding-records';
import { invalid, ok, wrongStatus } from '@/lib/domain/result';
import { typedFormSchema } from '@/lib/domain/typed-form';
import {
  conflictWith,
  defineOnboardingCommand,
  differences,
  keepChange,
} from './define-onboarding-command';

const inputSchema = z.object({
  onboardingId: z.uuid(),
  version: z.number().int().positive(),
  values: typedFormSchema,
});

const alertOf = ({
  aupVersion,
  aupAlertedOn,
  aupMethod,
  aupAlertedBy,
  aupAcknowledgedOn,
}: OnboardingRow) => ({
  ...{ aupVersion, aupAlertedOn, aupMethod, aupAlertedBy, aupAcknowledgedOn },
});

/**
 * Records that an organisation was told of the AUP: the version, when, how and by whom, and its own
 * acknowledgement where there is one. The same alert again changes nothing. Problems: `not_found`,
 * `wrong_status`, `invalid` by field, and `conflict` with the alert that stands (the EUO rules).
 */
export const recordAupAlert = defineOnboardingCommand<z.infer<typeof inputSchema>, null>({
  name: 'onboarding.record-aup-alert',
  permission: 'onboarding:edit',
  input: inputSchema,
  run: async (context) => {
    const { tx, row, input, today } = context;
    if (isClosed(row.state)) return wrongStatus();
    const offered = versionsOffered(await readAupVersions(tx), row.aupVersion);
    const read = readAlert(input.values, { offered, today });
    if (!read.ok) return invalid(...read.problems);
    const before = alertOf(row);
    const change = differences<typeof before>(before, read.value);
    if (!change) return ok(null);
    if (input.version !== row.version) return conflictWith(context, typedAlert(before));
    await keepChange(context, read.value, { type: 'onboarding.changed', contents: change });
    return ok(null);
  },
});
