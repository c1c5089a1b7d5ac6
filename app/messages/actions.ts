'use server';

import { go } from '@/app/go';
import { actorForAction } from '@/lib/auth/session';
import { markRead } from '@/lib/commands/messages/mark-read';
import { readFormData, textValue } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

/** Marks what the page showed as read; what is read already stays so. */
export async function markReadAction(data: FormData): Promise<void> {
  const actor = await actorForAction();
  const until = textValue(readFormData(data, { one: ['until'] }), 'until');
  const answer = await markRead(actor, { until });
  go(answer.ok ? `${paths.messages}?done=read` : paths.messages);
}
