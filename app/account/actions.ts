'use server';

import { go } from '@/app/go';
import { actorForAction, currentSession } from '@/lib/auth/session';
import { endOtherSessions, endSession } from '@/lib/commands/account/end-session';
import { readFormData, textValue } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

/** Ending a session that is gone already is no problem: it is gone. */
export async function endSessionAction(data: FormData): Promise<void> {
  const actor = await actorForAction();
  const sessionId = textValue(readFormData(data, { one: ['session'] }), 'session');
  await endSession(actor, { sessionId });
  go(`${paths.account}?done=session`);
}

export async function endOtherSessionsAction(): Promise<void> {
  const actor = await actorForAction();
  const session = await currentSession();
  await endOtherSessions(actor, { sessionId: session?.id });
  go(`${paths.account}?done=sessions`);
}
