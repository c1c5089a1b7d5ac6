'use server';

import { revalidatePath } from 'next/cache';
import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { lookUpOds } from '@/lib/commands/ods/look-up-ods';
import { addOnboarding } from '@/lib/commands/onboardings/add-onboarding';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { DETAIL_FIELDS } from '@/lib/domain/onboarding-form';
import { paths } from '@/lib/paths';

/** Adds an organisation; code and product are whatever the client bound. */
export async function addOnboardingAction(
  odsCode: string,
  productId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: DETAIL_FIELDS });
  const path = paths.euoNewFor(String(odsCode), String(productId));
  const actor = await actorForAction({ path, values });
  const result = await addOnboarding(actor, { odsCode, productId, values });
  if (!result.ok) return formStateFor(result.problem, state, values);
  await forgetWords(actor, path);
  const { value } = result;
  go(`${paths.euo(value.odsCode)}?done=${value.known ? 'known' : 'added'}#product-${value.id}`);
}

/** Asks ODS about a code before it is added; both are whatever the client bound. */
export async function lookUpEuoAction(odsCode: string, productId: string): Promise<void> {
  const path = paths.euoNewFor(String(odsCode), String(productId));
  const actor = await actorForAction({ path, values: {} });
  const answer = await lookUpOds(actor, { code: String(odsCode) });
  revalidatePath(paths.euoNew);
  const trouble = !answer.ok && answer.problem.kind === 'refused' ? answer.problem.code : null;
  go(trouble ? `${path}&ods=${trouble}` : path);
}
