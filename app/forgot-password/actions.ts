'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { askForPassword } from '@/lib/commands/account/ask-for-password';
import { type FormState, readFormData, textValue } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function askForPasswordAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['email'] });
  const answer = await askForPassword({ email: textValue(values, 'email') });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  go(`${paths.forgotPassword}?asked=1`);
}
