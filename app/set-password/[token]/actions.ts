'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { setPassword } from '@/lib/commands/account/set-password';
import { type FormState, readFormData, textValue } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function setPasswordAction(
  token: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const password = textValue(readFormData(data, { one: ['password'] }), 'password');
  const answer = await setPassword({ kind: 'visitor' }, { token: String(token), password });
  // Nothing is echoed: a password never travels back.
  if (!answer.ok) return formStateFor(answer.problem, state, {});
  go(`${paths.signIn}?password-set=1`);
}
