'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formStateFor } from '@/app/form-result';
import { actorForAction } from '@/lib/auth/session';
import { changeEvidenceDates } from '@/lib/commands/apply/change-evidence-dates';
import { removeEvidence } from '@/lib/commands/apply/remove-evidence';
import { EVIDENCE_DATE_FIELDS, readEvidenceDates } from '@/lib/domain/evidence-dates';
import { type FormState, failedFormState, readFormData } from '@/lib/domain/form-state';
import type { Problem } from '@/lib/domain/result';
import { paths } from '@/lib/paths';
import type { Refusal } from './refusals';

/** What is gone already, as after a second press, is removed. */
function notRemoved({ kind }: Problem): string {
  if (kind === 'not_found') return 'removed=1';
  return `refused=${(kind === 'refused' ? 'declared' : 'closed') satisfies Refusal}`;
}

/** Removes a file; all three are whatever the client bound. */
export async function removeFileAction(
  reference: string,
  questionId: string,
  fileId: string,
): Promise<void> {
  const path = paths.evidence(String(reference), String(questionId));
  const actor = await actorForAction();
  const result = await removeEvidence(actor, { reference, fileId });
  revalidatePath(path);
  redirect(`${path}?${result.ok ? 'removed=1' : notRemoved(result.problem)}`);
}

const CHANGED = {
  field: '',
  message: 'These dates were changed while you had this page open. Yours are not saved yet',
};

/** Changes the dates of a file; all three names are whatever the client bound. */
export async function changeDatesAction(
  reference: string,
  questionId: string,
  fileId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['version', ...EVIDENCE_DATE_FIELDS] });
  const path = paths.evidence(String(reference), String(questionId));
  const actor = await actorForAction({ path, values: {} });
  const read = readEvidenceDates(values);
  if (!read.ok) return failedFormState(state, read.problems, values);
  const version = Number(values.version);
  const result = await changeEvidenceDates(actor, { reference, fileId, version, ...read.dates });
  if (!result.ok && result.problem.kind === 'not_found')
    redirect(`${path}?refused=${'gone' satisfies Refusal}`);
  if (!result.ok && result.problem.kind === 'conflict') {
    const { conflict } = result.problem;
    // The next post has seen theirs, and so may replace them.
    const seen = { ...values, version: String(conflict.version) };
    return { ...failedFormState(state, [CHANGED], seen), conflict };
  }
  if (!result.ok) return formStateFor(result.problem, state, values);
  revalidatePath(path);
  redirect(`${path}?dated=1`);
}
