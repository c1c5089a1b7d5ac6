import { z } from 'zod';
import { actFor as chooseInSession } from '@/db/sessions';
import { defineCommand } from '@/lib/commands/define-command';
import { isSupplier } from '@/lib/domain/permissions';
import { forbidden, invalid, ok } from '@/lib/domain/result';

/**
 * Chooses for whom the session of somebody of a supplier acts from now on: an organisation that became
 * part of theirs, or, with `own`, their own. The database keeps the choice and looks with each request
 * whether it still stands. Problems: `forbidden`, `invalid` ('organisation').
 */
export const actFor = defineCommand({
  name: 'session.act-for',
  permission: 'account:own',
  input: z.object({
    sessionId: z.uuid(),
    organisation: z.union([z.literal('own'), z.uuid()], {
      error: 'Select the organisation that you act for',
    }),
  }),
  run: async ({ tx, actor, input, now }) => {
    if (!isSupplier(actor)) return forbidden();
    const { sessionId, organisation } = input;
    const chosen = organisation === 'own' ? null : organisation;
    if (await chooseInSession(tx, { sessionId, organisationId: chosen, now }))
      return ok({ chosen });
    return invalid({
      field: 'organisation',
      message: 'You cannot act for this organisation any more. Choose another one',
    });
  },
});
