'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction } from '@/lib/auth/session';
import { answerSpotCheck } from '@/lib/commands/spot-checks/answer-spot-check';
import { type FormState, readFormData, textValue } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function answerSpotCheckAction(
  spotCheckId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { many: ['partly'] });
  const actor = await actorForAction();
  const partly = textValue(values, 'partly') === 'yes' ? 'yes' : '';
  const answer = await answerSpotCheck(actor, { spotCheckId, partly });
  const page = paths.spotCheck(encodeURIComponent(spotCheckId));
  if (!answer.ok && answer.problem.kind === 'refused' && answer.problem.code === 'partly') {
    const problem = { field: 'partly', message: answer.problem.message };
    return formStateFor({ kind: 'invalid', fields: [problem] }, state, values);
  }
  const back = { href: page, what: 'the spot check' } as const;
  if (!answer.ok) return formStateFor(answer.problem, state, values, back);
  go(`${page}?done=sent`);
}
