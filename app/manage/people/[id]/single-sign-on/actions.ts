'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { proveByForm } from '@/app/prove';
import { actorForAction } from '@/lib/auth/session';
import { removeIdentity } from '@/lib/commands/manage/remove-identity';
import { type FormState, failedFormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

/** Removes the link between somebody and the identity provider. */
export async function removeLinkAction(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['version'] });
  const actor = await actorForAction();
  const proved = await proveByForm(actor, data);
  if (!proved.ok) return failedFormState(state, [proved.problem], values);
  const answer = await removeIdentity(proved.actor, { ...values, personId: id });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  go(`${paths.person(answer.value.personId)}?done=unlinked`);
}
