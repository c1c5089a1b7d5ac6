'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formStateFor } from '@/app/form-result';
import { actorForAction } from '@/lib/auth/session';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import { type FormState, listValue, readFormData } from '@/lib/domain/form-state';
import type { Problem } from '@/lib/domain/result';
import { paths } from '@/lib/paths';

/** An answer changed, or is no longer finished: the page shows which, read afresh. */
const answersMoved = (problem: Problem): boolean =>
  (problem.kind === 'refused' && problem.code === 'answers_changed') ||
  (problem.kind === 'invalid' && problem.fields.every(({ field }) => field !== 'confirmed'));

/** Makes the declaration; `reference` is whatever the client bound. */
export async function submitAction(
  reference: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['idempotencyKey', 'seen'], many: ['confirmed'] });
  const path = paths.check(String(reference));
  const actor = await actorForAction({ path, values: {} });
  const confirmed = listValue(values, 'confirmed').includes('yes');
  const result = await submitApplication(actor, { ...values, reference, confirmed });
  if (!result.ok) {
    if (answersMoved(result.problem)) redirect(`${path}?changed=1`);
    return formStateFor(result.problem, state, values);
  }
  revalidatePath(paths.application(result.value.reference), 'layout');
  redirect(paths.receipt(result.value.reference));
}
