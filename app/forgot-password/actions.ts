'use server';

import { headers } from 'next/headers';
import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { clientOf } from '@/lib/auth/sign-in-limits';
import { askForPassword } from '@/lib/commands/account/ask-for-password';
import { type FormState, readFormData, textValue } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function askForPasswordAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['email'] });
  const client = clientOf(await headers());
  const answer = await askForPassword({ email: textValue(values, 'email') }, client);
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  go(`${paths.forgotPassword}?asked=1`);
}
