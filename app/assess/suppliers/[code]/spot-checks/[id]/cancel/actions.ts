'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { cancelSpotCheck } from '@/lib/commands/spot-checks/cancel-spot-check';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function cancelSpotCheckAction(
  record: string,
  spotCheckId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['reason'] });
  const code = encodeURIComponent(record);
  const path = paths.spotCheckPart(code, encodeURIComponent(spotCheckId), 'cancel');
  const actor = await actorForAction({ path, values });
  const answer = await cancelSpotCheck(actor, { ...values, spotCheckId });
  const page = paths.supplierSpotCheck(code, encodeURIComponent(spotCheckId));
  if (!answer.ok && answer.problem.kind === 'refused' && answer.problem.code === 'cancelled') {
    // This page is there no more for what is cancelled.
    await forgetWords(actor, path);
    go(`${page}?done=cancelled-before`);
  }
  const back = { href: page, what: 'the spot check' } as const;
  if (!answer.ok) return formStateFor(answer.problem, state, values, back);
  await forgetWords(actor, path);
  go(`${page}?done=cancelled`);
}
