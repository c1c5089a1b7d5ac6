'use server';

import { revalidatePath } from 'next/cache';
import { savedState } from '@/app/apply/euos/[code]/[id]/save-result';
import { go } from '@/app/go';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { makeLive } from '@/lib/commands/onboardings/make-live';
import { overrideGoLive } from '@/lib/commands/onboardings/override-go-live';
import { type FormState, type FormValues, readFormData } from '@/lib/domain/form-state';
import { MOVE_FIELDS } from '@/lib/domain/onboarding-moves';
import { can } from '@/lib/domain/permissions';
import type { Problem } from '@/lib/domain/result';
import { readTypedDate } from '@/lib/domain/typed-date';
import { type Path, paths } from '@/lib/paths';

/** Where it was not ready on the day: the way for a signatory, who keeps the day that was typed. */
function withOverride(problem: Problem, path: Path, values: FormValues): Problem {
  if (problem.kind !== 'invalid' || problem.fields.every(({ field }) => field)) return problem;
  const on = readTypedDate(values, 'on', '');
  const href = `${path}?override=yes${on.ok ? `&on=${on.date}` : ''}` as const;
  const message = 'As a signatory you can make it live by an override';
  return { ...problem, fields: [...problem.fields, { field: '', message, href }] };
}

async function goLiveBy(
  command: typeof makeLive,
  { code, id }: { code: string; id: string },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const values = readFormData(data, { one: ['version', ...MOVE_FIELDS] });
  const path = paths.euoPart(code, id, 'go-live');
  const actor = await actorForAction({ path, values });
  const version = Number(values.version);
  const result = await command(actor, { onboardingId: id, version, values });
  if (!result.ok) {
    const { problem } = result;
    const told = can(actor, 'onboarding:override') ? withOverride(problem, path, values) : problem;
    return savedState(told, state, values, code);
  }
  await forgetWords(actor, path);
  revalidatePath(paths.euo(code));
  go(`${paths.euo(code)}?done=live`);
}

/** Makes it live where it is ready; code and id are whatever the client bound. */
export async function makeLiveAction(code: string, id: string, state: FormState, data: FormData) {
  return goLiveBy(makeLive, { code: String(code), id: String(id) }, state, data);
}

/** Makes it live though it is not ready, likewise. */
export async function overrideGoLiveAction(
  code: string,
  id: string,
  state: FormState,
  data: FormData,
) {
  return goLiveBy(overrideGoLive, { code: String(code), id: String(id) }, state, data);
}
