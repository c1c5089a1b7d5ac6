'use server';

import { revalidatePath } from 'next/cache';
import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords, keepTyped } from '@/lib/auth/session';
import { writeItemNote } from '@/lib/commands/spot-checks/write-item-note';
import { type FormState, failedFormState, readFormData } from '@/lib/domain/form-state';
import type { Conflict } from '@/lib/domain/result';
import { formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';

const told = ({ changedBy, changedAt }: Conflict) =>
  `${changedBy ?? 'Somebody else'} saved a different note${
    changedAt ? ` on ${formatDateTime(changedAt)}` : ''
  }. Yours is not saved yet`;

export async function writeNoteAction(
  spotCheckId: string,
  itemId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['note', 'version'] });
  const path = paths.spotCheckItem(encodeURIComponent(spotCheckId), encodeURIComponent(itemId));
  const actor = await actorForAction({ path, values });
  const answer = await writeItemNote(actor, { ...values, spotCheckId, itemId });
  if (!answer.ok && answer.problem.kind === 'conflict') {
    const { conflict } = answer.problem;
    // The next post has seen theirs, and so may replace it.
    const seen = { ...values, version: String(conflict.version) };
    return { ...failedFormState(state, [{ field: '', message: told(conflict) }], seen), conflict };
  }
  const page = paths.spotCheck(encodeURIComponent(spotCheckId));
  if (!answer.ok && answer.problem.kind === 'wrong_status') {
    // The page has no form any more that could hold the words.
    await keepTyped(actor, path, values);
    revalidatePath(path);
    go(path);
  }
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  await forgetWords(actor, path);
  go(`${page}?done=saved`);
}

/** Throws away words that could not be saved. */
export async function forgetNoteAction(spotCheckId: string, itemId: string): Promise<void> {
  const path = paths.spotCheckItem(encodeURIComponent(spotCheckId), encodeURIComponent(itemId));
  await forgetWords(await actorForAction(), path);
  revalidatePath(path);
  go(path);
}
