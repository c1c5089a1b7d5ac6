'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { writeItemNote } from '@/lib/commands/spot-checks/write-item-note';
import { type FormState, failedFormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

const SAVED = {
  field: '',
  message: 'A colleague saved a note while you had the page open. Yours is not saved yet',
};

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
    return { ...failedFormState(state, [SAVED], seen), conflict };
  }
  const page = paths.spotCheck(encodeURIComponent(spotCheckId));
  if (!answer.ok) return formStateFor(answer.problem, state, values, page);
  await forgetWords(actor, path);
  go(`${page}?done=saved`);
}
