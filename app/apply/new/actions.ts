'use server';

import { redirect } from 'next/navigation';
import { formStateFor } from '@/app/form-result';
import { actorForAction } from '@/lib/auth/session';
import { startApplication } from '@/lib/commands/apply/start-application';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function startApplicationAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['productId'] });
  const actor = await actorForAction({ path: paths.applyNew, values });
  const result = await startApplication(actor, values);
  if (result.ok) redirect(paths.application(result.value.reference));
  return formStateFor(result.problem, state, values);
}
