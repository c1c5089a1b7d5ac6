'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { actorForAction } from '@/lib/auth/session';
import { removeEvidence } from '@/lib/commands/apply/remove-evidence';
import { paths } from '@/lib/paths';

/** Removes a file; all three are whatever the client bound. */
export async function removeFileAction(
  reference: string,
  questionId: string,
  fileId: string,
): Promise<void> {
  const path = paths.evidence(String(reference), String(questionId));
  const actor = await actorForAction();
  const result = await removeEvidence(actor, { reference, fileId });
  revalidatePath(path);
  redirect(`${path}?${result.ok ? 'removed=1' : 'refused=closed'}`);
}
