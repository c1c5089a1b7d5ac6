'use server';

import { go } from '@/app/go';
import { carryCodes } from '@/app/shown-codes';
import { halfOpen } from '@/app/sign-in/half-open';
import { withReturn } from '@/app/sign-in/next-step';
import { carryToken } from '@/lib/auth/session';
import { setUpFactor } from '@/lib/auth/set-up-factor';
import { type FormState, failedFormState, readFormData, textValue } from '@/lib/domain/form-state';
import { refusalWords } from '@/lib/domain/second-factor';
import { formatTime } from '@/lib/format';
import { paths } from '@/lib/paths';

/** The first code of a new app, which finishes signing in. */
export async function setUpAtSignInAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['code', 'return'] });
  const half = await halfOpen('set_up', textValue(values, 'return'));
  const answer = await setUpFactor({ ...half, signingIn: true }, textValue(values, 'code'));
  if (!answer.ok) {
    const problem = { field: 'code', message: refusalWords(answer, formatTime) };
    return failedFormState(state, [problem], { return: half.back ?? '' });
  }
  if (answer.token) await carryToken(answer.token);
  await carryCodes(answer.codes, half.id);
  go(withReturn(paths.recoveryCodes, half.back));
}
