'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction } from '@/lib/auth/session';
import { closeSpotCheck } from '@/lib/commands/spot-checks/close-spot-check';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function closeSpotCheckAction(
  record: string,
  spotCheckId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['seen'] });
  const actor = await actorForAction();
  const page = paths.supplierSpotCheck(encodeURIComponent(record), spotCheckId);
  const answer = await closeSpotCheck(actor, { ...values, spotCheckId });
  const back = { href: page, what: 'the spot check' } as const;
  if (!answer.ok) return formStateFor(answer.problem, state, values, back);
  go(`${page}?done=closed`);
}
