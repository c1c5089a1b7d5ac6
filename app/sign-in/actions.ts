'use server';

import { cookies, headers } from 'next/headers';
import { go } from '@/app/go';
import { SignInRefused, signIn } from '@/lib/auth/auth';
import { DAY_SECONDS, isSecure } from '@/lib/auth/cookies';
import { DEVICE_COOKIE, isKnownDevice, newDevice } from '@/lib/auth/sign-in-limits';
import { type FormState, failedFormState, readFormData, textValue } from '@/lib/domain/form-state';
import { returnPath } from '@/lib/domain/return-path';
import { paths } from '@/lib/paths';
import { signInProblems } from './problems';

/** The words of a refusal never tell whether an account exists. */
export async function signInAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['email', 'password', 'return'] });
  const [email, password] = [textValue(values, 'email').trim(), textValue(values, 'password')];
  const back = textValue(values, 'return');
  const echoed = { email, return: back };
  const missing = signInProblems({ email, password });
  if (missing.length > 0) return failedFormState(state, missing, echoed);
  try {
    await signIn('credentials', { email, password, redirect: false });
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    return failedFormState(state, signInProblems({ refusal: error.refusal }), echoed);
  }
  const jar = await cookies();
  if (!isKnownDevice(jar.get(DEVICE_COOKIE)?.value, email)) {
    jar.set(DEVICE_COOKIE, newDevice(email), {
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(await headers()),
      path: '/',
      maxAge: 180 * DAY_SECONDS,
    });
  }
  // The start page knows the session and leads on to where the person's work is.
  go(returnPath(back) ?? paths.signIn);
}
