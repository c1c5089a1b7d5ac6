'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { go } from '@/app/go';
import { threadStateFor } from '@/app/thread-result';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { askInThread } from '@/lib/commands/apply/ask-in-thread';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { isSupplier } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';

/** Asks the assessor something; `reference` is whatever the client bound. */
export async function askAction(
  reference: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['questionId', 'text', 'seen'] });
  const path = paths.thread(String(reference));
  const actor = await actorForAction({ path, values });
  const result = await askInThread(actor, { reference, ...values });
  if (!result.ok) {
    const from = { actor, path, values, reads: isSupplier(actor) };
    return threadStateFor(result.problem, state, from);
  }
  await forgetWords(actor, path);
  revalidatePath(paths.application(result.value.reference), 'layout');
  redirect(`${paths.thread(result.value.reference)}?sent=1`);
}

/** Throws away words that could not be sent. */
export async function forgetThreadWordsAction(reference: string): Promise<void> {
  const path = paths.thread(String(reference));
  await forgetWords(await actorForAction(), path);
  revalidatePath(path);
  go(path);
}
