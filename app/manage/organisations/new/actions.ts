'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { checkCode } from '@/app/manage/organisations/check-code';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { addOrganisation } from '@/lib/commands/manage/add-organisation';
import { type FormState, readFormData, textValue } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function addOrganisationAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['name', 'odsCode', 'dsptIdentifier', 'profile'] });
  const actor = await actorForAction({ path: paths.organisationNew, values });
  const answer = await addOrganisation(actor, values);
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  await forgetWords(actor, paths.organisationNew);
  const told = { done: 'added', ...(await checkCode(actor, textValue(values, 'odsCode'))) };
  go(`${paths.organisation(answer.value.organisationId)}?${new URLSearchParams(told)}`);
}
