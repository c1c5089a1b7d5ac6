'use server';

import { revalidatePath } from 'next/cache';
import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords, keepTyped } from '@/lib/auth/session';
import { markSpotCheckItem } from '@/lib/commands/spot-checks/mark-spot-check-item';
import { type FormState, failedFormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

const one = ['satisfactory', 'reason', 'staffNote', 'version'];

const MARKED = {
  field: '',
  message: 'A colleague marked this while you had the page open. Your mark is not saved yet',
};

type Place = { record: string; spotCheckId: string; itemId: string; next: string };

/** Marks one of a sample, and goes on to the next that is not marked, or back to the spot check. */
export async function markItemAction(
  { record, spotCheckId, itemId, next }: Place,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one });
  const code = encodeURIComponent(record);
  const path = paths.spotCheckMark(code, spotCheckId, itemId);
  const actor = await actorForAction({ path, values });
  const answer = await markSpotCheckItem(actor, { ...values, spotCheckId, itemId });
  if (!answer.ok && answer.problem.kind === 'conflict') {
    const { conflict } = answer.problem;
    // The next post has seen theirs, and so may replace it.
    const seen = { ...values, version: String(conflict.version) };
    return { ...failedFormState(state, [MARKED], seen), conflict };
  }
  const page = paths.supplierSpotCheck(code, spotCheckId);
  if (!answer.ok && ['wrong_status', 'refused'].includes(answer.problem.kind)) {
    // The page has no form any more that could hold the words.
    if (await keepTyped(actor, path, values)) {
      revalidatePath(path);
      go(path);
    }
  }
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  await forgetWords(actor, path);
  if (next === '') go(`${page}?done=marked`);
  go(`${paths.spotCheckMark(code, spotCheckId, encodeURIComponent(next))}?done=marked`);
}

/** Throws away words that could not be saved. */
export async function forgetMarkAction({ record, spotCheckId, itemId }: Omit<Place, 'next'>) {
  const path = paths.spotCheckMark(encodeURIComponent(record), spotCheckId, itemId);
  await forgetWords(await actorForAction(), path);
  revalidatePath(path);
  go(path);
}
