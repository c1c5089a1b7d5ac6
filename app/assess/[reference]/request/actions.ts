'use server';

import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formStateFor } from '@/app/form-result';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { cancelRequest } from '@/lib/commands/assess/cancel-request';
import { extendRequest } from '@/lib/commands/assess/extend-request';
import { sendInformationRequest } from '@/lib/commands/assess/send-information-request';
import {
  type FormState,
  type FormValues,
  failedFormState,
  readFormData,
  textValue,
} from '@/lib/domain/form-state';
import type { PersonActor } from '@/lib/domain/permissions';
import type { Result } from '@/lib/domain/result';
import { readTypedDate, typedDateNames } from '@/lib/domain/typed-date';
import { paths } from '@/lib/paths';

const DATE = typedDateNames('dueOn');
const readDueOn = (values: FormValues) => readTypedDate(values, 'dueOn', 'Due date');

async function finish(
  actor: PersonActor,
  result: Result<unknown>,
  state: FormState,
  values: FormValues,
): Promise<FormState> {
  const reference = encodeURIComponent(textValue(values, 'reference'));
  const back = { href: paths.assessment(reference), what: 'the application' } as const;
  if (!result.ok) return formStateFor(result.problem, state, values, back);
  await forgetWords(actor, paths.caseRequest(reference));
  revalidatePath(paths.assessment(reference));
  redirect(paths.assessment(reference) as Route);
}

const keeper = (values: FormValues) => ({
  path: paths.caseRequest(encodeURIComponent(textValue(values, 'reference'))),
  values,
});

/** Sends the request as it was previewed. */
export async function sendRequestAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['reference', 'version', 'message', ...DATE] });
  const actor = await actorForAction(keeper(values));
  const due = readDueOn(values);
  if (!due.ok) return failedFormState(state, [due.problem], values);
  const input = { ...values, dueOn: due.date };
  return finish(actor, await sendInformationRequest(actor, input), state, values);
}

/** Gives the supplier more time. */
export async function extendRequestAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['reference', 'version', ...DATE] });
  const actor = await actorForAction(keeper(values));
  const due = readDueOn(values);
  if (!due.ok) return failedFormState(state, [due.problem], values);
  const input = { ...values, dueOn: due.date };
  return finish(actor, await extendRequest(actor, input), state, values);
}

/** Takes the request back. */
export async function cancelRequestAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['reference', 'version', 'reason'] });
  const actor = await actorForAction(keeper(values));
  return finish(actor, await cancelRequest(actor, values), state, values);
}
