import { z } from 'zod';
import { ONBOARDING_MOVES } from '@/lib/domain/onboarding';
import { PLAIN_MOVE_IDS, readMove } from '@/lib/domain/onboarding-moves';
import { invalid, ok, refused, wrongStatus } from '@/lib/domain/result';
import { typedFormSchema } from '@/lib/domain/typed-form';
import { defineOnboardingCommand, keepChange } from './define-onboarding-command';

const inputSchema = z.object({
  onboardingId: z.uuid(),
  version: z.number().int().positive(),
  move: z.enum(PLAIN_MOVE_IDS),
  values: typedFormSchema,
});

/** What somebody is told whose page was made before a colleague changed it. */
export const CHANGED_MEANWHILE =
  'This organisation was changed since you opened the page. Go back to see how it stands now, then try again.';

/**
 * Suspends, disconnects or cancels an onboarding, or makes it live again, with its date and reason.
 * Problems: `not_found`, `wrong_status` (no such move from where it is now), `refused` 'changed' for
 * an older version, `invalid` by field (the EUO rules).
 */
export const moveOnboarding = defineOnboardingCommand<z.infer<typeof inputSchema>, null>({
  name: 'onboarding.move',
  permission: 'onboarding:edit',
  input: inputSchema,
  run: async (context) => {
    const { row, input, today } = context;
    const move = ONBOARDING_MOVES.find(({ id }) => id === input.move);
    if (!move?.from.some((from) => from === row.state)) return wrongStatus();
    if (input.version !== row.version) return refused('changed', CHANGED_MEANWHILE);
    const read = readMove(input.values, input.move, row, today);
    if (!read.ok) return invalid(...read.problems);
    const { on, reason } = read.move;
    const change = { state: move.to, stateOn: on, stateReason: reason };
    const contents = { move: move.id, from: row.state, to: move.to, on, reason };
    await keepChange(context, change, { type: 'onboarding.moved', contents });
    return ok(null);
  },
});
