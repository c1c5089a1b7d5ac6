'use server';

import { go } from '@/app/go';
import { halfOpen } from '@/app/sign-in/half-open';
import { withReturn } from '@/app/sign-in/next-step';
import { giveCode, giveRecoveryCode } from '@/lib/auth/second-factor';
import { carryToken } from '@/lib/auth/session';
import { type FormState, failedFormState, readFormData, textValue } from '@/lib/domain/form-state';
import { recoveryRefusalWords, refusalWords } from '@/lib/domain/second-factor';
import { formatTime } from '@/lib/format';
import { paths } from '@/lib/paths';

const fieldsOf = (data: FormData) => {
  const values = readFormData(data, { one: ['code', 'return'] });
  return { typed: textValue(values, 'code'), search: textValue(values, 'return') };
};

/** The code of the app, after the right password. */
export async function giveCodeAction(state: FormState, data: FormData): Promise<FormState> {
  const { typed, search } = fieldsOf(data);
  const half = await halfOpen('code', search);
  const answer = await giveCode(half, typed, 'sign-in');
  if (answer.ok) {
    if (answer.token) await carryToken(answer.token);
    go(withReturn(paths.signIn, half.back));
  }
  if (answer.reason === 'used') {
    const path = withReturn(paths.signInCode, half.back);
    go(`${path}${half.back ? '&' : '?'}used=1`);
  }
  const problem = { field: 'code', message: refusalWords(answer, formatTime) };
  return failedFormState(state, [problem], { return: search });
}

/** A recovery code in its stead, which is used up. */
export async function giveRecoveryCodeAction(state: FormState, data: FormData): Promise<FormState> {
  const { typed, search } = fieldsOf(data);
  const half = await halfOpen('code', search);
  const answer = await giveRecoveryCode(half, typed, 'sign-in');
  if (answer.ok) {
    if (answer.token) await carryToken(answer.token);
    go(`${paths.secondFactor}?recovered=1`);
  }
  const problem = { field: 'code', message: recoveryRefusalWords(answer, formatTime) };
  return failedFormState(state, [problem], { return: search });
}
