'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction } from '@/lib/auth/session';
import { addProduct } from '@/lib/commands/manage/add-product';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function addProductAction(
  organisationId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['name'] });
  const actor = await actorForAction();
  const answer = await addProduct(actor, { ...values, organisationId });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  go(`${paths.organisation(organisationId)}?done=product`);
}
