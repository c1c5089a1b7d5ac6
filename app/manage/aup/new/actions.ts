'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { publishAupVersion } from '@/lib/commands/manage/publish-aup-version';
import { AUP_FIELDS } from '@/lib/domain/aup-form';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function publishAupVersionAction(
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: AUP_FIELDS });
  const actor = await actorForAction({ path: paths.aupNew, values });
  const answer = await publishAupVersion(actor, values);
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  await forgetWords(actor, paths.aupNew);
  go(`${paths.aup}?done=1`);
}
