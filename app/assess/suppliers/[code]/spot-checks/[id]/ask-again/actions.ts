'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { askAgain } from '@/lib/commands/spot-checks/ask-again';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { typedDateNames } from '@/lib/domain/typed-date';
import { paths } from '@/lib/paths';

export async function askAgainAction(
  record: string,
  spotCheckId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['message', ...typedDateNames('dueOn')] });
  const code = encodeURIComponent(record);
  const path = paths.spotCheckPart(code, encodeURIComponent(spotCheckId), 'ask-again');
  const actor = await actorForAction({ path, values });
  const answer = await askAgain(actor, { ...values, spotCheckId });
  const page = paths.supplierSpotCheck(code, encodeURIComponent(spotCheckId));
  const back = { href: page, what: 'the spot check' } as const;
  if (!answer.ok) return formStateFor(answer.problem, state, values, back);
  await forgetWords(actor, path);
  go(`${page}?done=asked-again`);
}
