'use server';

import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formStateFor } from '@/app/form-result';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { cancelRequest } from '@/lib/commands/assess/cancel-request';
import { extendRequest } from '@/lib/commands/assess/extend-request';
import { sendInformationRequest } from '@/lib/commands/assess/send-information-request';
import { dateProblemMessage, readDateFields } from '@/lib/domain/dates';
import {
  type FormState,
  type FormValues,
  failedFormState,
  readFormData,
  textValue,
} from '@/lib/domain/form-state';
import type { PersonActor } from '@/lib/domain/permissions';
import type { FieldProblem, Result } from '@/lib/domain/result';
import { paths } from '@/lib/paths';

const DATE = ['dueOn-day', 'dueOn-month', 'dueOn-year'];

/** The due date out of its three boxes; a problem points to the box that is wrong. */
function readDueOn(values: FormValues): { dueOn: string } | { problem: FieldProblem } {
  const read = readDateFields({
    day: textValue(values, 'dueOn-day'),
    month: textValue(values, 'dueOn-month'),
    year: textValue(values, 'dueOn-year'),
  });
  if (read.ok) return { dueOn: read.date };
  const message = dateProblemMessage(read.problem, 'Due date', read.fields);
  return { problem: { field: `dueOn-${read.fields[0] ?? 'day'}`, message } };
}

async function finish(
  actor: PersonActor,
  result: Result<unknown>,
  state: FormState,
  values: FormValues,
): Promise<FormState> {
  const reference = encodeURIComponent(textValue(values, 'reference'));
  if (!result.ok) return formStateFor(result.problem, state, values, paths.assessment(reference));
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
  if ('problem' in due) return failedFormState(state, [due.problem], values);
  const { dueOn } = due;
  const input = { ...values, dueOn };
  return finish(actor, await sendInformationRequest(actor, input), state, values);
}

/** Gives the supplier more time. */
export async function extendRequestAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['reference', 'version', ...DATE] });
  const actor = await actorForAction(keeper(values));
  const due = readDueOn(values);
  if ('problem' in due) return failedFormState(state, [due.problem], values);
  const { dueOn } = due;
  const input = { ...values, dueOn };
  return finish(actor, await extendRequest(actor, input), state, values);
}

/** Takes the request back. */
export async function cancelRequestAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['reference', 'version', 'reason'] });
  const actor = await actorForAction(keeper(values));
  return finish(actor, await cancelRequest(actor, values), state, values);
}
