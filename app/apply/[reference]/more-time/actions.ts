'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formStateFor } from '@/app/form-result';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { askForMoreTime } from '@/lib/commands/apply/ask-for-more-time';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

/** Asks the assessor for a later date; `reference` is whatever the client bound. */
export async function moreTimeAction(
  reference: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['reason'] });
  const path = paths.moreTime(String(reference));
  const actor = await actorForAction({ path, values });
  const result = await askForMoreTime(actor, { reference, ...values });
  if (!result.ok) return formStateFor(result.problem, state, values);
  await forgetWords(actor, path);
  revalidatePath(paths.application(result.value.reference), 'layout');
  redirect(`${paths.application(result.value.reference)}?told=more-time`);
}
