'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { checkCode } from '@/app/manage/organisations/check-code';
import { actorForAction } from '@/lib/auth/session';
import { changeOrganisation } from '@/lib/commands/manage/change-organisation';
import { type FormState, readFormData, textValue } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

const one = ['name', 'odsCode', 'dsptIdentifier', 'profile', 'version'];

export async function changeOrganisationAction(
  organisationId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one });
  const actor = await actorForAction();
  const answer = await changeOrganisation(actor, { ...values, organisationId });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  const told = { done: 'changed', ...(await checkCode(actor, textValue(values, 'odsCode'))) };
  go(`${paths.organisation(answer.value.organisationId)}?${new URLSearchParams(told)}`);
}
