import { z } from 'zod';
import { readAlerts, readAupVersions } from '@/db/onboarding-facts';
import { isClosed } from '@/lib/domain/onboarding';
import { alertOf, renewedColumns, renewedOf } from '@/lib/domain/onboarding-alerts';
import {
  isLaterAlert,
  type RecordedAlert,
  readAlert,
  typedAlert,
  versionsOffered,
} from '@/lib/domain/onboarding-records';
import { countedAlert } from '@/lib/domain/onboarding-verdict';
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

/**
 * Records that an organisation was told of the AUP: the version, when, how and by whom, and its own
 * acknowledgement where there is one. An alert after it went live stands beside the one before, which
 * it is judged by. The same alert again changes nothing. Problems: `not_found`,
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
    const counted = countedAlert(await readAlerts(tx, row));
    const later = isLaterAlert(row, counted, read.value.aupAlertedOn);
    const before = later ? renewedOf(row) : alertOf(row);
    const change = differences<RecordedAlert>(before, read.value);
    if (!change) return ok(null);
    if (input.version !== row.version) return conflictWith(context, typedAlert(before));
    const contents = { ...change, ...(later && { since: row.goLiveOn }) };
    const event = { type: 'onboarding.changed', contents } as const;
    await keepChange(context, later ? renewedColumns(read.value) : read.value, event);
    return ok(null);
  },
});
