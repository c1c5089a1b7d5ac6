'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction } from '@/lib/auth/session';
import { signAgreement } from '@/lib/commands/manage/sign-agreement';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

const one = ['signed-day', 'signed-month', 'signed-year', 'version'];

export async function signAgreementAction(
  organisationId: string,
  productId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one });
  const actor = await actorForAction();
  const answer = await signAgreement(actor, { ...values, organisationId, productId });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  go(`${paths.organisation(organisationId)}?done=signed`);
}
