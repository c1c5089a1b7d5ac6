'use server';

import { revalidatePath } from 'next/cache';
import { savedState } from '@/app/apply/euos/[code]/[id]/save-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { recordCheck } from '@/lib/commands/onboardings/record-check';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { CHECK_FIELDS } from '@/lib/domain/onboarding-records';
import { paths } from '@/lib/paths';

/** Records a DSPT check; code and id are whatever the client bound. */
export async function recordCheckAction(
  code: string,
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: CHECK_FIELDS });
  const path = paths.euoPart(String(code), String(id), 'check');
  const actor = await actorForAction({ path, values });
  const result = await recordCheck(actor, { onboardingId: id, values });
  if (!result.ok) return savedState(result.problem, state, values, String(code));
  await forgetWords(actor, path);
  revalidatePath(paths.euo(String(code)));
  go(`${paths.euo(String(code))}?done=${result.value.known ? 'check-known' : 'check'}`);
}
