import { z } from 'zod';
import { readGoLive } from '@/lib/domain/onboarding-moves';
import { notReadyProblems } from '@/lib/domain/onboarding-words';
import { invalid, ok, refused, wrongStatus } from '@/lib/domain/result';
import { typedFormSchema } from '@/lib/domain/typed-form';
import { defineOnboardingCommand, keepChange } from './define-onboarding-command';
import { judgeGoLive, productSince } from './judge-go-live';
import { CHANGED_MEANWHILE } from './move-onboarding';

const inputSchema = z.object({
  onboardingId: z.uuid(),
  version: z.number().int().positive(),
  values: typedFormSchema,
});

/**
 * Makes a planned onboarding live as of a day, where it was ready on it. Problems: `not_found`,
 * `wrong_status`, `refused` 'changed' for an older version, and `invalid`: by field, or with every
 * reason why it is not ready, each leading to where it is mended (the EUO rules).
 */
export const makeLive = defineOnboardingCommand<z.infer<typeof inputSchema>, null>({
  name: 'onboarding.make-live',
  permission: 'onboarding:edit',
  input: inputSchema,
  run: async (context) => {
    const { tx, row, input, today } = context;
    if (row.state !== 'planned') return wrongStatus();
    if (input.version !== row.version) return refused('changed', CHANGED_MEANWHILE);
    const since = await productSince(tx, row);
    const read = readGoLive(input.values, { since, today }, { override: false });
    if (!read.ok) return invalid(...read.problems);
    const { on, reason } = read.move;
    const { ready, reasons } = await judgeGoLive(tx, row, on, today);
    if (!ready) return invalid(...notReadyProblems(reasons, on, row));
    const change = { state: 'live', stateOn: on, stateReason: reason, goLiveOn: on } as const;
    const contents = { move: 'go-live', from: row.state, to: 'live', on, reason };
    await keepChange(context, change, { type: 'onboarding.moved', contents });
    return ok(null);
  },
});
