'use server';

import { revalidatePath } from 'next/cache';
import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { proveByForm } from '@/app/prove';
import { actorForAction, forgetWords, keepTyped } from '@/lib/auth/session';
import { publishGuidance } from '@/lib/commands/manage/publish-guidance';
import { type FormState, failedFormState } from '@/lib/domain/form-state';
import { edited, guidanceChanges } from '@/lib/domain/guidance-edit';
import { readGuidanceForm } from '@/lib/domain/guidance-form';
import { findQuestion } from '@/lib/domain/questions/catalogue';
import { paths } from '@/lib/paths';
import { getGuidanceForm } from '@/lib/queries/guidance/get-guidance-form';
import { readGuidanceData, seenIn } from './posted';

const SAME = 'You have not changed anything yet. Change a point or a reason, then go on.';
const TOO_MUCH = 'This is too much to keep. Shorten what you typed.';

/** Checks what was typed and keeps it until it is published or thrown away. */
export async function checkGuidanceAction(
  question: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const found = findQuestion(String(question));
  if (!found) go(paths.notFound);
  const path = paths.guidanceQuestion(found.id);
  const values = readGuidanceData(data);
  const actor = await actorForAction({ path, values });
  const view = await getGuidanceForm(actor, seenIn(values));
  if (!view) go(paths.notFound);
  const { seen, newest } = view;
  const read = readGuidanceForm(seen, found.id, values);
  if (!read.ok) return failedFormState(state, read.problems, values);
  if (guidanceChanges(seen, edited(seen, read.edit)).length === 0)
    return failedFormState(state, [{ field: '', message: SAME }], values);
  if (!(await keepTyped(actor, path, values)))
    return failedFormState(state, [{ field: '', message: TOO_MUCH }], values);
  revalidatePath(path);
  go(seen.number === newest.number ? paths.guidanceCheck(found.id) : path);
}

/** Publishes what was looked at; where somebody was first, leads back to both. */
export async function publishGuidanceAction(
  question: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const found = findQuestion(String(question));
  if (!found) go(paths.notFound);
  const path = paths.guidanceQuestion(found.id);
  const values = readGuidanceData(data);
  const actor = await actorForAction({ path, values });
  const proved = await proveByForm(actor, data);
  if (!proved.ok) return failedFormState(state, [proved.problem], values);
  const answer = await publishGuidance(proved.actor, {
    ...{ questionId: found.id, number: values.number, values },
  });
  if (!answer.ok) {
    const { problem } = answer;
    if (problem.kind !== 'refused') return formStateFor(problem, state, values);
    await keepTyped(actor, path, values);
    revalidatePath(path);
    go(path);
  }
  await forgetWords(actor, path);
  revalidatePath(path);
  go(`${paths.guidance}?done=${answer.value.number}`);
}

/** Throws away what was typed and not published. */
export async function forgetGuidanceAction(question: string): Promise<void> {
  const found = findQuestion(String(question));
  if (!found) go(paths.notFound);
  const path = paths.guidanceQuestion(found.id);
  await forgetWords(await actorForAction(), path);
  revalidatePath(path);
  go(path);
}
