'use server';

import { go } from '@/app/go';
import { actorForAction } from '@/lib/auth/session';
import { retryAllMail, retryMail } from '@/lib/commands/messages/retry-mail';
import { readFormData, textValue } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

/** Has one failed email tried again. */
export async function retryAction(data: FormData): Promise<void> {
  const actor = await actorForAction();
  const deliveryId = textValue(readFormData(data, { one: ['delivery'] }), 'delivery');
  const answer = await retryMail(actor, { deliveryId });
  if (answer.ok) go(`${paths.mail}?retried=${answer.value.retried}`);
  go(answer.problem.kind === 'refused' ? `${paths.mail}?left=1` : paths.notFound);
}

/** Has every failed email tried again. */
export async function retryAllAction(): Promise<void> {
  const actor = await actorForAction();
  const answer = await retryAllMail(actor, {});
  if (!answer.ok) go(paths.notFound);
  const { retried, left } = answer.value;
  go(`${paths.mail}?retried=${retried}&left=${left}`);
}
