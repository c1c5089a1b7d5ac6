'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction } from '@/lib/auth/session';
import { changeProductDates } from '@/lib/commands/manage/change-product-dates';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { PRODUCT_DATE_FIELDS } from '@/lib/domain/product-dates';
import { paths } from '@/lib/paths';

const one = [...PRODUCT_DATE_FIELDS, 'version'];

export async function changeProductDatesAction(
  organisationId: string,
  productId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one });
  const actor = await actorForAction();
  const answer = await changeProductDates(actor, { ...values, organisationId, productId });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  go(`${paths.organisation(organisationId)}?done=dates`);
}
