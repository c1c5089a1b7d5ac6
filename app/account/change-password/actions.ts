'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction, currentSession } from '@/lib/auth/session';
import { changePassword } from '@/lib/commands/account/change-password';
import { type FormState, readFormData, textValue } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function changePasswordAction(state: FormState, data: FormData): Promise<FormState> {
  const actor = await actorForAction();
  const session = await currentSession();
  const values = readFormData(data, { one: ['current', 'password'] });
  const answer = await changePassword(actor, {
    email: session?.email ?? '',
    current: textValue(values, 'current'),
    password: textValue(values, 'password'),
    sessionId: session?.id ?? '',
  });
  if (!answer.ok) return formStateFor(answer.problem, state, {});
  go(`${paths.account}?done=password`);
}
