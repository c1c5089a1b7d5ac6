import { z } from 'zod';
import { readGoLive } from '@/lib/domain/onboarding-moves';
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
 * Makes a planned onboarding live though it was not ready on its day: by a signatory, with a written
 * justification that assessors see. Problems: `not_found`, `wrong_status`, `invalid` by field, and
 * `refused` 'changed' for an older version or 'ready' where there is nothing to override (the EUO rules).
 */
export const overrideGoLive = defineOnboardingCommand<z.infer<typeof inputSchema>, null>({
  name: 'onboarding.override',
  permission: 'onboarding:override',
  input: inputSchema,
  run: async (context) => {
    const { tx, row, input, now, today, personId } = context;
    if (row.state !== 'planned') return wrongStatus();
    if (input.version !== row.version) return refused('changed', CHANGED_MEANWHILE);
    const since = await productSince(tx, row);
    const read = readGoLive(input.values, { since, today }, { override: true });
    if (!read.ok) return invalid(...read.problems);
    const { on, reason } = read.move;
    const { ready, reasons, keptWords } = await judgeGoLive(tx, row, on, today);
    if (ready) {
      const message = 'It is ready as at this day, so it needs no override. Make it live instead.';
      return refused('ready', message);
    }
    const change = {
      ...({ state: 'live', stateOn: on, stateReason: reason, goLiveOn: on } as const),
      ...{ overrideReason: reason, overriddenBy: personId, overriddenAt: now },
    };
    const contents = {
      ...{ on, reason, from: row.state, reasons: reasons.map(({ id }) => id) },
      words: keptWords,
    };
    await keepChange(context, change, { type: 'onboarding.overridden', contents });
    return ok(null);
  },
});
