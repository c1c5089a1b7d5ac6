'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { addOrganisation } from '@/lib/commands/manage/add-organisation';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function addOrganisationAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['name', 'odsCode', 'dsptIdentifier', 'profile'] });
  const actor = await actorForAction({ path: paths.organisationNew, values });
  const answer = await addOrganisation(actor, values);
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  await forgetWords(actor, paths.organisationNew);
  go(`${paths.organisation(answer.value.organisationId)}?done=added`);
}
