'use server';

import { revalidatePath } from 'next/cache';
import { forgetGoLiveWords, offerOverride } from '@/app/apply/euos/[code]/[id]/offer-override';
import { savedState } from '@/app/apply/euos/[code]/[id]/save-result';
import { go } from '@/app/go';
import { actorForAction } from '@/lib/auth/session';
import { correctGoLive, overrideCorrection } from '@/lib/commands/onboardings/correct-go-live';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { MOVE_FIELDS } from '@/lib/domain/onboarding-moves';
import { paths } from '@/lib/paths';

type Place = { code: string; id: string; override: boolean };

/** Corrects the go-live date, by an override where that was asked for; the place is whatever the client bound. */
export async function correctGoLiveAction(
  { code, id, override }: Place,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['version', ...MOVE_FIELDS] });
  const path = paths.euoPart(String(code), String(id), 'go-live-date');
  const actor = await actorForAction({ path, values });
  const input = { onboardingId: String(id), version: Number(values.version), values };
  const result = await (override ? overrideCorrection : correctGoLive)(actor, input);
  if (!result.ok) {
    const { problem } = result;
    const message = 'As a signatory you can correct it by an override';
    const told = await offerOverride(actor, problem, { path, values, message });
    return savedState(told, state, values, String(code));
  }
  await forgetGoLiveWords(actor, path);
  revalidatePath(paths.euo(String(code)));
  go(`${paths.euo(String(code))}?done=corrected`);
}
