'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { proveByForm } from '@/app/prove';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { resetSecondFactor } from '@/lib/commands/manage/reset-second-factor';
import { type FormState, failedFormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

/** Takes somebody's second factor away; what was typed comes back with whatever is wrong. */
export async function resetFactorAction(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['reason', 'version'] });
  const path = paths.personFactor(encodeURIComponent(id));
  const actor = await actorForAction({ path, values });
  const proved = await proveByForm(actor, data);
  if (!proved.ok) return failedFormState(state, [proved.problem], values);
  const answer = await resetSecondFactor(proved.actor, { ...values, personId: id });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  await forgetWords(actor, path);
  go(`${paths.person(answer.value.personId)}?done=factor`);
}
