'use server';

import { revalidatePath } from 'next/cache';
import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { HELD_AT, readHeld } from '@/app/manage/settings/holidays/held';
import { proveByForm } from '@/app/prove';
import { actorForAction, forgetWords, keepTyped, keptWords } from '@/lib/auth/session';
import { publishCalendar } from '@/lib/commands/manage/publish-calendar';
import { type FormState, failedFormState, readFormData } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

const path = paths.holidaysCheck;

/** Publishes what was looked at; where somebody was first, leads back to what differs now. */
export async function publishCalendarAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['source', 'why', 'number'] });
  const actor = await actorForAction({ path, values });
  const held = readHeld(await keptWords(actor, HELD_AT));
  if (!held) go(path);
  const proved = await proveByForm(actor, data);
  if (!proved.ok) return failedFormState(state, [proved.problem], values);
  const { fileName, text } = held;
  const answer = await publishCalendar(proved.actor, { ...values, fileName, text });
  if (!answer.ok) {
    if (answer.problem.kind !== 'refused') return formStateFor(answer.problem, state, values);
    await keepTyped(actor, path, values);
    revalidatePath(path);
    go(path);
  }
  await forgetWords(actor, HELD_AT);
  await forgetWords(actor, path);
  revalidatePath(path);
  go(`${paths.holidays}?done=${answer.value.number}`);
}

/** Throws away what was uploaded and not published. */
export async function forgetCalendarAction(): Promise<void> {
  const actor = await actorForAction();
  await forgetWords(actor, HELD_AT);
  await forgetWords(actor, path);
  revalidatePath(path);
  go(paths.holidays);
}
