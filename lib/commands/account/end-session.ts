import { z } from 'zod';
import { chainOfPerson } from '@/db/people';
import { endOwnOtherSessions, endOwnSession } from '@/db/sessions';
import { defineCommand } from '@/lib/commands/define-command';
import { forbidden, notFound, ok } from '@/lib/domain/result';

/** Ends one of one's own sessions at once, wherever it is. Problems: `not_found` (also another's). */
export const endSession = defineCommand({
  name: 'account.end-session',
  permission: 'account:own',
  input: z.object({ sessionId: z.uuid() }),
  run: async ({ tx, actor, input, now, record }) => {
    if (actor.kind !== 'person') return forbidden();
    if (!(await endOwnSession(tx, input.sessionId, now))) return notFound();
    const target = chainOfPerson({ id: actor.personId, organisationId: actor.organisationId });
    await record({ type: 'person.session_ended', contents: { how: 'from the account' } }, target);
    return ok(null);
  },
});

/** Ends every own session but the one given; answers how many. */
export const endOtherSessions = defineCommand({
  name: 'account.end-other-sessions',
  permission: 'account:own',
  input: z.object({ sessionId: z.uuid() }),
  run: async ({ tx, actor, input, now, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const ended = await endOwnOtherSessions(tx, input.sessionId, now);
    if (ended > 0) {
      const target = chainOfPerson({ id: actor.personId, organisationId: actor.organisationId });
      const contents = { how: 'everywhere else', ended };
      await record({ type: 'person.session_ended', contents }, target);
    }
    return ok({ ended });
  },
});
