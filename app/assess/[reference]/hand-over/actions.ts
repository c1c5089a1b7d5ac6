'use server';

import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formStateFor } from '@/app/form-result';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { declareConflict } from '@/lib/commands/assess/declare-conflict';
import { handOverCase } from '@/lib/commands/assess/hand-over-case';
import { putBackCase } from '@/lib/commands/assess/put-back-case';
import { type FormState, type FormValues, readFormData, textValue } from '@/lib/domain/form-state';
import type { PersonActor } from '@/lib/domain/permissions';
import type { Result } from '@/lib/domain/result';
import { paths } from '@/lib/paths';

const keeper = (values: FormValues) => ({
  path: paths.caseHandOver(encodeURIComponent(textValue(values, 'reference'))),
  values,
});

async function finish(
  actor: PersonActor,
  result: Result<unknown>,
  state: FormState,
  values: FormValues,
  told: 'handed-over' | 'put-back' | 'conflict',
): Promise<FormState> {
  if (!result.ok) return formStateFor(result.problem, state, values);
  await forgetWords(actor, paths.caseHandOver(encodeURIComponent(textValue(values, 'reference'))));
  revalidatePath(paths.assess);
  redirect(`${paths.assess}?told=${told}` as Route);
}

/** Gives one's own case to a colleague with a note. */
export async function handOverAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['reference', 'version', 'assigneeId', 'note'] });
  const actor = await actorForAction(keeper(values));
  return finish(actor, await handOverCase(actor, values), state, values, 'handed-over');
}

/** Puts the case back in the queue. */
export async function putBackAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['reference', 'version'] });
  const actor = await actorForAction(keeper(values));
  return finish(actor, await putBackCase(actor, values), state, values, 'put-back');
}

/** Declares a conflict of interest, which also puts the case back. */
export async function declareConflictAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['reference', 'reason'] });
  const actor = await actorForAction(keeper(values));
  return finish(actor, await declareConflict(actor, values), state, values, 'conflict');
}
