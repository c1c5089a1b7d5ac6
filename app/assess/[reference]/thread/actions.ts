'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { go } from '@/app/go';
import { threadStateFor } from '@/app/thread-result';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { answerInThread } from '@/lib/commands/assess/answer-in-thread';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { isStaff } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';

/** Answers the supplier; `reference` is whatever the client bound. */
export async function answerAction(
  reference: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['questionId', 'text', 'seen'] });
  const path = paths.caseThread(String(reference));
  const actor = await actorForAction({ path, values });
  const result = await answerInThread(actor, { reference, ...values });
  if (!result.ok) {
    const from = { actor, path, values, reads: isStaff(actor) };
    return threadStateFor(result.problem, state, from);
  }
  await forgetWords(actor, path);
  revalidatePath(paths.assessment(result.value.reference), 'layout');
  redirect(`${paths.caseThread(result.value.reference)}?sent=1`);
}

/** Throws away words that could not be sent. */
export async function forgetCaseThreadWordsAction(reference: string): Promise<void> {
  const path = paths.caseThread(String(reference));
  await forgetWords(await actorForAction(), path);
  revalidatePath(path);
  go(path);
}
