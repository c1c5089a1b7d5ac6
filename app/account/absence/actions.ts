'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { actorForAction } from '@/lib/auth/session';
import { endOwnAbsence, setOwnAbsence } from '@/lib/commands/manage/set-absence';
import { type FormState, failedFormState, readFormData } from '@/lib/domain/form-state';
import { readTypedDate, typedDateNames } from '@/lib/domain/typed-date';
import { paths } from '@/lib/paths';

export async function setOwnAbsenceAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: typedDateNames('until') });
  const actor = await actorForAction({ path: paths.ownAbsence, values });
  const read = readTypedDate(values, 'until', 'First day back');
  if (!read.ok) return failedFormState(state, [read.problem], values);
  const answer = await setOwnAbsence(actor, { until: read.date });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  const cases = answer.value.cases ? `&cases=${answer.value.cases}` : '';
  go(`${paths.account}?done=absent${cases}`);
}

export async function endOwnAbsenceAction(state: FormState): Promise<FormState> {
  const actor = await actorForAction();
  const answer = await endOwnAbsence(actor, {});
  if (!answer.ok) return formStateFor(answer.problem, state, {});
  go(`${paths.account}?done=back`);
}
