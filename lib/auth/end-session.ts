import { appendEvent } from '@/db/case';
import { asActor } from '@/db/client';
import { endOwnSession } from '@/db/sessions';
import { endSessionOfToken } from '@/db/sign-in';
import { atHome } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';
import { currentSession, currentTokenHash } from './session';

/** Ends the session of this request, also one that is no longer good for anything else. */
export async function endCurrentSession(): Promise<void> {
  const session = await currentSession();
  const hash = await currentTokenHash();
  const at = now();
  if (session) {
    const actor = atHome(session.actor);
    await asActor(actor, async (tx) => {
      if (!(await endOwnSession(tx, session.id, at))) return;
      const event = { type: 'person.session_ended', contents: { how: 'signed out' } } as const;
      const { personId: id, organisationId } = actor;
      await appendEvent(tx, event, { kind: 'person', id, organisationId }, at);
    });
  } else if (hash) await endSessionOfToken(hash, at);
}
