'use server';

import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formStateFor } from '@/app/form-result';
import { actorForAction } from '@/lib/auth/session';
import { meetCondition } from '@/lib/commands/assess/meet-condition';
import { type FormState, readFormData, textValue } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

/** Records that the supplier has met one condition. */
export async function meetConditionAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['reference', 'conditionId'] });
  const path = paths.caseConditions(encodeURIComponent(textValue(values, 'reference')));
  const actor = await actorForAction({ path, values });
  const result = await meetCondition(actor, values);
  if (!result.ok) return formStateFor(result.problem, state, values);
  revalidatePath(path);
  redirect(path as Route);
}
