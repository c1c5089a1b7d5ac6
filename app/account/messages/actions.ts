'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { chooseMessages } from '@/lib/commands/account/choose-messages';
import { type FormState, readFormData, textValue } from '@/lib/domain/form-state';
import { MESSAGE_KINDS } from '@/lib/domain/messages';
import { paths } from '@/lib/paths';

/** Saves how this person wants to hear of each kind of message. */
export async function chooseMessagesAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['version', ...MESSAGE_KINDS] });
  const path = paths.messageChoices;
  const actor = await actorForAction({ path, values });
  const answer = await chooseMessages(actor, {
    version: textValue(values, 'version'),
    ways: values,
  });
  // What was kept over a sign-in and is out of date by now must not come back at every reload.
  if (answer.ok || answer.problem.kind === 'refused') await forgetWords(actor, path);
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  go(`${paths.account}?done=messages`);
}
