'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { proveByForm } from '@/app/prove';
import { actorForAction } from '@/lib/auth/session';
import { endSuccession } from '@/lib/commands/manage/end-succession';
import { recordSuccession } from '@/lib/commands/manage/record-succession';
import { type FormState, failedFormState, readFormData } from '@/lib/domain/form-state';
import { SUCCESSION_FIELDS } from '@/lib/domain/succession';
import { paths } from '@/lib/paths';

/** Records that an organisation became part of another; `id` is whatever the client bound. */
export async function recordSuccessionAction(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: SUCCESSION_FIELDS });
  const actor = await actorForAction({ path: paths.organisationSuccession(String(id)), values });
  const proved = await proveByForm(actor, data);
  if (!proved.ok) return failedFormState(state, [proved.problem], values);
  const answer = await recordSuccession(proved.actor, { ...values, organisationId: id });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  go(`${paths.organisation(id)}?done=succeeded`);
}

/** Ends such a record. */
export async function endSuccessionAction(
  { id, record }: { id: string; record: string },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['reason'] });
  const actor = await actorForAction();
  const proved = await proveByForm(actor, data);
  if (!proved.ok) return failedFormState(state, [proved.problem], values);
  const input = { ...values, organisationId: id, successionId: record };
  const answer = await endSuccession(proved.actor, input);
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  go(`${paths.organisation(id)}?done=succession-ended`);
}
