import { z } from 'zod';
import type { Tx } from '@/db/client';
import { readAlertsAside } from '@/db/onboarding-alerts';
import type { OnboardingRow } from '@/db/onboardings';
import type { PlainDate } from '@/lib/domain/dates';
import { isHeld } from '@/lib/domain/onboarding';
import { alertsBy, judgedColumns, renewedColumns } from '@/lib/domain/onboarding-alerts';
import { readCorrection } from '@/lib/domain/onboarding-moves';
import { notReadyProblems } from '@/lib/domain/onboarding-words';
import { invalid, ok, refused, wrongStatus } from '@/lib/domain/result';
import { typedFormSchema } from '@/lib/domain/typed-form';
import { defineOnboardingCommand, differences, keepChange } from './define-onboarding-command';
import { judgeGoLive, productSince } from './judge-go-live';
import { CHANGED_MEANWHILE } from './move-onboarding';

const inputSchema = z.object({
  onboardingId: z.uuid(),
  version: z.number().int().positive(),
  values: typedFormSchema,
});

/** What else moves with the date: live since then, unless it was suspended in between, and its alerts. */
async function changeTo(tx: Tx, row: OnboardingRow, on: PlainDate) {
  const since = row.state === 'live' && row.stateOn === row.goLiveOn ? { stateOn: on } : {};
  const { judged, renewed, aside } = alertsBy(row, await readAlertsAside(tx, row), on);
  const alerts = { ...judgedColumns(judged), ...renewedColumns(renewed) };
  return { moved: { goLiveOn: on, ...since, ...alerts }, aside };
}

const correcting = (override: boolean) =>
  defineOnboardingCommand<z.infer<typeof inputSchema>, null>({
    name: override ? 'onboarding.override-correction' : 'onboarding.correct-go-live',
    permission: override ? 'onboarding:override' : 'onboarding:edit',
    input: inputSchema,
    run: async (context) => {
      const { tx, row, input, now, today, personId } = context;
      if (!isHeld(row.state) || row.goLiveOn === null) return wrongStatus();
      if (input.version !== row.version) return refused('changed', CHANGED_MEANWHILE);
      const bounds = { since: await productSince(tx, row), today, override };
      const read = readCorrection(input.values, { ...row, goLiveOn: row.goLiveOn }, bounds);
      if (!read.ok) return invalid(...read.problems);
      const { on, reason } = read.move;
      const { moved, aside } = await changeTo(tx, row, on);
      const before = await judgeGoLive(tx, row, row.goLiveOn, today);
      const after = await judgeGoLive(tx, { ...row, ...moved }, on, today);
      const spoils = before.ready && !after.ready;
      if (override && !spoils) {
        const message = 'This correction needs no override. Correct the date without one.';
        return refused('ready', message);
      }
      if (spoils && !override) return invalid(...notReadyProblems(after.reasons, on, row));
      const overridden = override
        ? { overrideReason: reason, overriddenBy: personId, overriddenAt: now }
        : {};
      const kept = Object.keys(moved).filter((key) => key !== 'stateOn') as (keyof typeof moved)[];
      const was: Record<string, unknown> = Object.fromEntries(kept.map((key) => [key, row[key]]));
      const is: Record<string, unknown> = Object.fromEntries(kept.map((key) => [key, moved[key]]));
      const contents = {
        ...differences(was, is),
        ...{ reason, override },
        words: override ? after.keptWords : [],
        ...(aside.length > 0 && { aside }),
      };
      const event = { type: 'onboarding.go_live_corrected', contents } as const;
      await keepChange(context, { ...moved, ...overridden }, event);
      return ok(null);
    },
  });

/**
 * Corrects the go-live date of one that is live or suspended, with a reason; it is judged again as at
 * that day. Problems: `not_found`, `wrong_status`, `refused` 'changed' for an older version, and
 * `invalid`: by field, or with every reason where it would no longer be ready (the EUO rules).
 */
export const correctGoLive = correcting(false);

/**
 * The same where it was ready and is not as at the right day: by a signatory, with a justification that
 * assessors see. Also `refused` 'ready' where there is nothing to override.
 */
export const overrideCorrection = correcting(true);
