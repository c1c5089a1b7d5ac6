import { revalidatePath } from 'next/cache';
import { keepTyped } from '@/lib/auth/session';
import { type FormState, type FormValues, failedFormState } from '@/lib/domain/form-state';
import type { PersonActor } from '@/lib/domain/permissions';
import type { Problem } from '@/lib/domain/result';
import { formatDateTime } from '@/lib/format';
import type { Path } from '@/lib/paths';
import { formStateFor } from './form-result';
import { go } from './go';

type From = {
  actor: PersonActor;
  path: Path;
  values: FormValues;
  /** Whether the actor is of the side whose page it is, so that they still read it. */
  reads: boolean;
};

/** They can write there no more, as when a role was taken away, so that the page will have no form. */
const isClosed = ({ kind }: Problem, reads: boolean): boolean =>
  kind === 'wrong_status' || kind === 'refused' || (kind === 'forbidden' && reads);

/**
 * What a thread's form gets back after its command said no. Somebody else's words come first: the
 * next press sends. Where there is no form any more, the words are kept for the page to show.
 */
export async function threadStateFor(
  problem: Problem,
  state: FormState,
  { actor, path, values, reads }: From,
): Promise<FormState> {
  if (isClosed(problem, reads)) {
    await keepTyped(actor, path, values);
    revalidatePath(path);
    go(path);
  }
  if (problem.kind !== 'conflict') return formStateFor(problem, state, values);
  const { conflict } = problem;
  revalidatePath(path);
  const who = conflict.changedBy ?? 'Somebody else';
  const when = conflict.changedAt ? ` on ${formatDateTime(conflict.changedAt)}` : '';
  const message = `${who} wrote meanwhile${when}, so yours is not sent yet. Read it above what you typed, then press Send again`;
  // The page is made again, so that the thread above the form holds those words too.
  const seen = { ...values, seen: String(conflict.version) };
  return failedFormState(state, [{ field: '', message }], seen);
}
