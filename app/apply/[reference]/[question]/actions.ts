'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formStateFor } from '@/app/form-result';
import { actorForAction, forgetWords, keepTyped } from '@/lib/auth/session';
import { saveAnswer } from '@/lib/commands/apply/save-answer';
import { unlockQuestion } from '@/lib/commands/apply/unlock-question';
import { type FormState, failedFormState, readFormData, textValue } from '@/lib/domain/form-state';
import { findQuestion } from '@/lib/domain/questions/catalogue';
import type { Conflict, Problem } from '@/lib/domain/result';
import { formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { fieldNames, readVersion } from './form-fields';

const told = ({ changedBy, changedAt }: Conflict) =>
  `${changedBy ?? 'Somebody else'} saved a different answer${
    changedAt ? ` on ${formatDateTime(changedAt)}` : ''
  }. Yours is not saved yet`;

/** The question is no longer open, so that its page will show it without a form. */
const isClosed = (problem: Problem): boolean =>
  problem.kind === 'wrong_status' ||
  (problem.kind === 'refused' && problem.code === 'not_applicable');

/** Saves one answer; `reference` and `questionId` are whatever the client bound. */
export async function saveAnswerAction(
  reference: string,
  questionId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const { one, many } = fieldNames(findQuestion(String(questionId)));
  const values = readFormData(data, { one: [...one, 'version', 'mode', 'kept'], many });
  const path = paths.question(String(reference), String(questionId));
  const actor = await actorForAction({ path, values });
  const { version: _, mode, kept, ...fields } = values;
  const result = await saveAnswer(actor, {
    ...{ reference, questionId, fields },
    version: readVersion(textValue(values, 'version')),
    mode: mode === 'later' || mode === 'files' ? 'later' : 'continue',
  });
  if (!result.ok) {
    const { problem } = result;
    if (isClosed(problem)) {
      // The page has no form any more that could hold the words.
      await keepTyped(actor, path, values);
      revalidatePath(path);
      redirect(path);
    }
    if (problem.kind !== 'conflict') return formStateFor(problem, state, values);
    const { conflict } = problem;
    const message = told(conflict);
    return { ...failedFormState(state, [{ field: '', message }], values), conflict };
  }
  if (kept === '1') await forgetWords(actor, path);
  // Going back must not show the page as it was before.
  revalidatePath(path);
  const { next } = result.value;
  if (mode === 'files') redirect(paths.evidence(reference, questionId));
  if (mode === 'later') redirect(`${paths.application(reference)}?saved=${questionId}`);
  redirect(next ? paths.question(reference, next) : paths.application(reference));
}

/** Throws away words that could not be saved. */
export async function forgetWordsAction(reference: string, questionId: string): Promise<void> {
  const path = paths.question(String(reference), String(questionId));
  await forgetWords(await actorForAction(), path);
  revalidatePath(path);
  redirect(path);
}

/** Opens a question that the request left closed. */
export async function unlockQuestionAction(
  reference: string,
  questionId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['reason'] });
  const path = paths.question(String(reference), String(questionId));
  const actor = await actorForAction({ path, values });
  const result = await unlockQuestion(actor, { reference, questionId, ...values });
  if (!result.ok) return formStateFor(result.problem, state, values);
  revalidatePath(path);
  redirect(path);
}
