'use server';

import { revalidatePath } from 'next/cache';
import { forgetGoLiveWords, offerOverride } from '@/app/apply/euos/[code]/[id]/offer-override';
import { savedState } from '@/app/apply/euos/[code]/[id]/save-result';
import { go } from '@/app/go';
import { actorForAction } from '@/lib/auth/session';
import { makeLive } from '@/lib/commands/onboardings/make-live';
import { overrideGoLive } from '@/lib/commands/onboardings/override-go-live';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { MOVE_FIELDS } from '@/lib/domain/onboarding-moves';
import { paths } from '@/lib/paths';

async function goLiveBy(
  command: typeof makeLive,
  { code, id }: { code: string; id: string },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['version', ...MOVE_FIELDS] });
  const path = paths.euoPart(code, id, 'go-live');
  const actor = await actorForAction({ path, values });
  const version = Number(values.version);
  const result = await command(actor, { onboardingId: id, version, values });
  if (!result.ok) {
    const { problem } = result;
    const message = 'As a signatory you can make it live by an override';
    const told = await offerOverride(actor, problem, { path, values, message });
    return savedState(told, state, values, code);
  }
  await forgetGoLiveWords(actor, path);
  revalidatePath(paths.euo(code));
  go(`${paths.euo(code)}?done=live`);
}

/** Makes it live where it is ready; code and id are whatever the client bound. */
export async function makeLiveAction(code: string, id: string, state: FormState, data: FormData) {
  return goLiveBy(makeLive, { code: String(code), id: String(id) }, state, data);
}

/** Makes it live though it is not ready, likewise. */
export async function overrideGoLiveAction(
  code: string,
  id: string,
  state: FormState,
  data: FormData,
) {
  return goLiveBy(overrideGoLive, { code: String(code), id: String(id) }, state, data);
}
