'use server';

import { revalidatePath } from 'next/cache';
import type { Refusal } from '@/app/apply/[reference]/[question]/files/refusals';
import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction } from '@/lib/auth/session';
import { changeOnboardingEvidenceDates } from '@/lib/commands/onboardings/change-onboarding-evidence-dates';
import { removeOnboardingEvidence } from '@/lib/commands/onboardings/remove-onboarding-evidence';
import { EVIDENCE_DATE_FIELDS, readEvidenceDates } from '@/lib/domain/evidence-dates';
import { type FormState, failedFormState, readFormData } from '@/lib/domain/form-state';
import { withFrom, withTold } from '@/lib/domain/spot-check-place';
import { paths } from '@/lib/paths';

/** Removes a file; all four are whatever the client bound. What is gone already is removed. */
export async function removeEuoFileAction(
  code: string,
  id: string,
  fileId: string,
  from: string,
): Promise<void> {
  const page = paths.euoPart(String(code), String(id), 'files');
  const actor = await actorForAction();
  const result = await removeOnboardingEvidence(actor, { onboardingId: id, fileId });
  revalidatePath(page);
  const kept = !result.ok && result.problem.kind === 'refused';
  go(withTold(withFrom(page, from), kept ? `refused=${'sent' satisfies Refusal}` : 'removed=1'));
}

const CHANGED = {
  field: '',
  message: 'These dates were changed while you had this page open. Yours are not saved yet',
};

/** Changes the dates of a file; all four names are whatever the client bound. */
export async function changeEuoFileDatesAction(
  code: string,
  id: string,
  fileId: string,
  from: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['version', ...EVIDENCE_DATE_FIELDS] });
  const page = paths.euoPart(String(code), String(id), 'files');
  const path = withFrom(page, from);
  const actor = await actorForAction({ path, values: {} });
  const read = readEvidenceDates(values);
  if (!read.ok) return failedFormState(state, read.problems, values);
  const input = { onboardingId: id, fileId, version: Number(values.version), ...read.dates };
  const result = await changeOnboardingEvidenceDates(actor, input);
  if (!result.ok && result.problem.kind === 'not_found')
    go(withTold(path, `refused=${'gone' satisfies Refusal}`));
  if (!result.ok && result.problem.kind === 'conflict') {
    const { conflict } = result.problem;
    // The next post has seen theirs, and so may replace them.
    const seen = { ...values, version: String(conflict.version) };
    return { ...failedFormState(state, [CHANGED], seen), conflict };
  }
  if (!result.ok) return formStateFor(result.problem, state, values);
  revalidatePath(page);
  go(withTold(path, 'dated=1'));
}
