'use server';

import { revalidatePath } from 'next/cache';
import { savedState } from '@/app/apply/euos/[code]/[id]/save-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { recordAupAlert } from '@/lib/commands/onboardings/record-aup-alert';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { ALERT_FIELDS } from '@/lib/domain/onboarding-records';
import { paths } from '@/lib/paths';

/** Records the AUP alert; code and id are whatever the client bound. */
export async function recordAupAlertAction(
  code: string,
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: [...ALERT_FIELDS, 'revision'] });
  const path = paths.euoPart(String(code), String(id), 'aup');
  const actor = await actorForAction({ path, values });
  const version = Number(values.revision);
  const result = await recordAupAlert(actor, { onboardingId: id, version, values });
  if (!result.ok) return savedState(result.problem, state, values, String(code), 'revision');
  await forgetWords(actor, path);
  revalidatePath(paths.euo(String(code)));
  go(`${paths.euo(String(code))}?done=aup`);
}
