'use server';

import { go } from '@/app/go';
import { actorForAction } from '@/lib/auth/session';
import { confirmImport, giveUpImport } from '@/lib/commands/imports/confirm-import';
import type { Result } from '@/lib/domain/result';
import { paths } from '@/lib/paths';

/** Whatever stands now is on its page, also where somebody else was first. */
function back(importId: string, answer: Result<unknown>): never {
  if (!answer.ok && answer.problem.kind !== 'wrong_status') go(paths.notFound);
  go(paths.euoImport(String(importId)));
}

/** Has an import done; `importId` is whatever the client bound. */
export async function confirmImportAction(importId: string, form: FormData): Promise<void> {
  const actor = await actorForAction();
  const replaceEdited = form.get('replaceEdited') === 'yes';
  back(importId, await confirmImport(actor, { importId, replaceEdited }));
}

/** Leaves it at its preview. */
export async function giveUpImportAction(importId: string): Promise<void> {
  const actor = await actorForAction();
  back(importId, await giveUpImport(actor, { importId }));
}
