'use server';

import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formStateFor } from '@/app/form-result';
import { proveByForm } from '@/app/prove';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { confirmDecision } from '@/lib/commands/assess/confirm-decision';
import { recallRecommendation } from '@/lib/commands/assess/recall-recommendation';
import { sendBackRecommendation } from '@/lib/commands/assess/send-back-recommendation';
import {
  type FormState,
  type FormValues,
  failedFormState,
  readFormData,
  textValue,
} from '@/lib/domain/form-state';
import type { PersonActor } from '@/lib/domain/permissions';
import type { Result } from '@/lib/domain/result';
import { paths } from '@/lib/paths';

const referenceOf = (values: FormValues) => encodeURIComponent(textValue(values, 'reference'));

async function finish(
  actor: PersonActor,
  result: Result<unknown>,
  state: FormState,
  values: FormValues,
): Promise<FormState> {
  if (!result.ok) return formStateFor(result.problem, state, values);
  await forgetWords(actor, paths.caseConfirm(encodeURIComponent(textValue(values, 'reference'))));
  const path = paths.assessment(referenceOf(values));
  revalidatePath(path);
  redirect(path as Route);
}

/** Makes the decision that was recommended. */
export async function confirmAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['reference', 'version'] });
  const actor = await actorForAction({ path: paths.caseConfirm(referenceOf(values)), values });
  const proved = await proveByForm(actor, data);
  if (!proved.ok) return failedFormState(state, [proved.problem], values);
  return finish(actor, await confirmDecision(proved.actor, values), state, values);
}

/** Gives the recommendation back to the assessor. */
export async function sendBackAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['reference', 'note'] });
  const actor = await actorForAction({ path: paths.caseConfirm(referenceOf(values)), values });
  return finish(actor, await sendBackRecommendation(actor, values), state, values);
}

/** Takes one's own recommendation back. */
export async function recallAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['reference'] });
  const actor = await actorForAction({ path: paths.caseConfirm(referenceOf(values)), values });
  return finish(actor, await recallRecommendation(actor, values), state, values);
}
