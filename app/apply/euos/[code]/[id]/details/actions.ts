'use server';

import { revalidatePath } from 'next/cache';
import { savedState } from '@/app/apply/euos/[code]/[id]/save-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { changeDetails } from '@/lib/commands/onboardings/change-details';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { DETAIL_FIELDS } from '@/lib/domain/onboarding-form';
import { paths } from '@/lib/paths';

/** Saves the details; code and id are whatever the client bound. */
export async function changeDetailsAction(
  code: string,
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['version', ...DETAIL_FIELDS] });
  const path = paths.euoPart(String(code), String(id), 'details');
  const actor = await actorForAction({ path, values });
  const version = Number(values.version);
  const result = await changeDetails(actor, { onboardingId: id, version, values });
  if (!result.ok) return savedState(result.problem, state, values, String(code));
  await forgetWords(actor, path);
  revalidatePath(paths.euo(result.value.odsCode));
  go(`${paths.euo(result.value.odsCode)}?done=details`);
}
