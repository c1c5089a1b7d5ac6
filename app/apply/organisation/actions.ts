'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction, currentSession } from '@/lib/auth/session';
import { actFor } from '@/lib/commands/account/act-for';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

/** Chooses for whom this session acts from now on. */
export async function actForAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['organisation'] });
  const actor = await actorForAction();
  const session = await currentSession();
  const answer = await actFor(actor, { ...values, sessionId: session?.id });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  go(paths.apply);
}
