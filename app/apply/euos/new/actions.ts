'use server';

import { revalidatePath } from 'next/cache';
import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { lookUpOds } from '@/lib/commands/ods/look-up-ods';
import { addOnboarding } from '@/lib/commands/onboardings/add-onboarding';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { DETAIL_FIELDS, detailsFromOds } from '@/lib/domain/onboarding-form';
import { paths } from '@/lib/paths';

/**
 * Adds an organisation or, by the form's other button, asks ODS about its code first: then the form
 * comes back with all that was typed. Code and product are whatever the client bound.
 */
export async function addOnboardingAction(
  odsCode: string,
  productId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const { intent, ...values } = readFormData(data, { one: [...DETAIL_FIELDS, 'intent'] });
  const path = paths.euoNewFor(String(odsCode), String(productId));
  const actor = await actorForAction({ path, values });
  if (intent === 'look-up') {
    const answer = await lookUpOds(actor, { code: String(odsCode) });
    if (!answer.ok) return formStateFor(answer.problem, state, values);
    revalidatePath(paths.euoNew);
    const found = detailsFromOds(values, answer.value);
    return { problems: [], values: found, attempt: state.attempt + 1 };
  }
  const result = await addOnboarding(actor, { odsCode, productId, values });
  if (!result.ok) return formStateFor(result.problem, state, values);
  await forgetWords(actor, path);
  const { value } = result;
  go(`${paths.euo(value.odsCode)}?done=${value.known ? 'known' : 'added'}#product-${value.id}`);
}
