'use server';

import { revalidatePath } from 'next/cache';
import { savedState } from '@/app/apply/euos/[code]/[id]/save-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { moveOnboarding } from '@/lib/commands/onboardings/move-onboarding';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import { isPlainMove, MOVE_FIELDS } from '@/lib/domain/onboarding-moves';
import { paths } from '@/lib/paths';

/** Makes a move; code, id and move are whatever the client bound. */
export async function moveOnboardingAction(
  code: string,
  id: string,
  move: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['version', ...MOVE_FIELDS] });
  if (!isPlainMove(String(move))) go(paths.notFound);
  const path = paths.euoPart(String(code), String(id), move as 'suspend');
  const actor = await actorForAction({ path, values });
  const version = Number(values.version);
  const result = await moveOnboarding(actor, { onboardingId: id, version, move, values });
  if (!result.ok) return savedState(result.problem, state, values, String(code));
  await forgetWords(actor, path);
  revalidatePath(paths.euo(String(code)));
  go(`${paths.euo(String(code))}?done=${move}`);
}
