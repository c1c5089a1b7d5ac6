'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { drawSpotCheck } from '@/lib/commands/spot-checks/draw-spot-check';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { typedDateNames } from '@/lib/domain/typed-date';
import { paths } from '@/lib/paths';

const one = ['frame', 'productId', 'size', 'seed', 'message', ...typedDateNames('dueOn')];

/** `record` and the id come from the page; whoever changes them draws from what they may see anyway. */
export async function drawSpotCheckAction(
  record: string,
  organisationId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one });
  const path = paths.spotCheckNew(encodeURIComponent(record));
  const actor = await actorForAction({ path, values });
  const answer = await drawSpotCheck(actor, { ...values, organisationId });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  await forgetWords(actor, path);
  go(`${paths.supplierSpotCheck(encodeURIComponent(record), answer.value.id)}?done=drawn`);
}
