import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { enqueue } from '@/db/job-queue';
import { lockImport } from '@/db/onboarding-imports';
import { onboardingImports } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { forbidden, notFound, ok, wrongStatus } from '@/lib/domain/result';

/**
 * Has an import done as its preview said, by a job that works it out again. `replaceEdited`: also
 * where somebody edited an onboarding on its page before the preview. Doing it again changes nothing.
 * Problems: `not_found`, `wrong_status`.
 */
export const confirmImport = defineCommand({
  name: 'onboardings.confirm-import',
  permission: 'onboarding:edit',
  input: z.object({ importId: z.uuid(), replaceEdited: z.boolean() }),
  run: async ({ tx, actor, input, now }) => {
    if (actor.kind !== 'person') return forbidden();
    const found = await lockImport(tx, input.importId);
    if (!found) return notFound();
    if (found.state === 'applying' || found.state === 'done') return ok({ id: found.id });
    if (found.state !== 'preview') return wrongStatus();
    const { replaceEdited } = input;
    await tx
      .update(onboardingImports)
      .set({ state: 'applying', replaceEdited, confirmedBy: actor.personId, confirmedAt: now })
      .where(eq(onboardingImports.id, found.id));
    await enqueue(tx, 'apply-import', { importId: found.id });
    return ok({ id: found.id });
  },
});

/** Leaves an import at its preview; nothing of it is done. Problems: `not_found`, `wrong_status`. */
export const giveUpImport = defineCommand({
  name: 'onboardings.give-up-import',
  permission: 'onboarding:edit',
  input: z.object({ importId: z.uuid() }),
  run: async ({ tx, actor, input, now }) => {
    if (actor.kind !== 'person') return forbidden();
    const found = await lockImport(tx, input.importId);
    if (!found) return notFound();
    if (found.state === 'given_up') return ok({ id: found.id });
    if (found.state !== 'preview') return wrongStatus();
    await tx
      .update(onboardingImports)
      .set({ state: 'given_up', confirmedBy: actor.personId, confirmedAt: now })
      .where(eq(onboardingImports.id, found.id));
    await enqueue(tx, 'clear-import', { importId: found.id });
    return ok({ id: found.id });
  },
});
