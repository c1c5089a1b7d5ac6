'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formStateFor } from '@/app/form-result';
import { actorForAction } from '@/lib/auth/session';
import { takeBackApplication } from '@/lib/commands/apply/take-back-application';
import type { FormState } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

/** Makes the submission a draft again; `reference` is whatever the client bound. */
export async function takeBackAction(reference: string, state: FormState): Promise<FormState> {
  const actor = await actorForAction({ path: paths.takeBack(String(reference)), values: {} });
  const result = await takeBackApplication(actor, { reference });
  if (!result.ok) return formStateFor(result.problem, state, {});
  revalidatePath(paths.application(result.value.reference), 'layout');
  redirect(paths.application(result.value.reference));
}
