'use server';

import { redirect } from 'next/navigation';
import { formStateFor } from '@/app/form-result';
import { proveByForm } from '@/app/prove';
import { actorForAction } from '@/lib/auth/session';
import { askRedaction } from '@/lib/commands/manage/ask-redaction';
import { redactEvent } from '@/lib/commands/manage/redact-event';
import { type FormState, failedFormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

type Place = { reference: string; sequence: number };
/** Bound arguments are plain text to the client, so that they only ever choose an address. */
const pathOf = ({ reference, sequence }: Place) =>
  paths.historyEvent(encodeURIComponent(String(reference)), Number(sequence));

/** Asks for the words of one event to be taken out. */
export async function askRedactionAction(
  place: Place & { eventId: string },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['reason'] });
  const actor = await actorForAction({ path: pathOf(place), values });
  const result = await askRedaction(actor, { eventId: place.eventId, ...values });
  if (!result.ok) return formStateFor(result.problem, state, values);
  redirect(pathOf(place));
}

/** Takes the words out, as another manager asked. */
export async function redactAction(
  place: Place & { redactionId: string },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const actor = await actorForAction({ path: pathOf(place), values: {} });
  const proved = await proveByForm(actor, data);
  if (!proved.ok) return failedFormState(state, [proved.problem], {});
  const result = await redactEvent(proved.actor, { redactionId: place.redactionId });
  if (!result.ok) return formStateFor(result.problem, state, {});
  redirect(pathOf(place));
}
