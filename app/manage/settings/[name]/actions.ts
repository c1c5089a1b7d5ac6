'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { changeSetting } from '@/lib/commands/manage/change-setting';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { isSettingName, SETTING_FIELDS } from '@/lib/domain/settings';
import { paths } from '@/lib/paths';

export async function changeSettingAction(
  name: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  if (!isSettingName(name)) go(paths.notFound);
  const path = paths.setting(name);
  const values = readFormData(data, { one: [...SETTING_FIELDS, 'number'] });
  const actor = await actorForAction({ path, values });
  const answer = await changeSetting(actor, { ...values, name });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  await forgetWords(actor, path);
  go(`${paths.settings}?done=1`);
}
