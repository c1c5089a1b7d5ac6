'use server';

import { go } from '@/app/go';
import { proveByForm } from '@/app/prove';
import { carryCodes } from '@/app/shown-codes';
import { actorForAction, currentSession } from '@/lib/auth/session';
import { remakeRecoveryCodes, setUpFactor, turnFactorOff } from '@/lib/auth/set-up-factor';
import { type FormState, failedFormState, readFormData, textValue } from '@/lib/domain/form-state';
import { atHome, isStaff } from '@/lib/domain/permissions';
import { refusalWords } from '@/lib/domain/second-factor';
import { PROOF_FIELD } from '@/lib/domain/step-up';
import { env } from '@/lib/env';
import { formatTime } from '@/lib/format';
import { paths } from '@/lib/paths';

const PROVE = 'Enter it once more, to make sure that it is you';

async function proved(state: FormState, data: FormData) {
  const actor = atHome(await actorForAction());
  const session = await currentSession();
  const answer = await proveByForm(actor, data);
  const refuse = (message: string) => failedFormState(state, [{ field: PROOF_FIELD, message }], {});
  if (!answer.ok) return { refused: refuse(answer.problem.message) };
  return { session: { id: session?.id ?? '', actor }, again: () => refuse(PROVE) };
}

/** Shows the key and its picture, once it is sure who asks. */
export async function beginAction(state: FormState, data: FormData): Promise<FormState> {
  const given = await proved(state, data);
  if (given.refused) return given.refused;
  go(`${paths.secondFactor}?set-up=1`);
}

/** Puts the key in force by its first code. */
export async function setUpAction(state: FormState, data: FormData): Promise<FormState> {
  const actor = atHome(await actorForAction());
  const session = await currentSession();
  const typed = textValue(readFormData(data, { one: ['code'] }), 'code');
  const id = session?.id ?? '';
  const answer = await setUpFactor({ id, actor, signingIn: false }, typed);
  if (!answer.ok)
    return failedFormState(
      state,
      [{ field: 'code', message: refusalWords(answer, formatTime) }],
      {},
    );
  await carryCodes(answer.codes, id);
  go(`${paths.recoveryCodes}?return=${encodeURIComponent(paths.secondFactor)}`);
}

/** Ten new recovery codes; the old ones end. */
export async function remakeCodesAction(state: FormState, data: FormData): Promise<FormState> {
  const given = await proved(state, data);
  if (given.refused) return given.refused;
  const codes = await remakeRecoveryCodes(given.session);
  if (!codes) return given.again();
  await carryCodes(codes, given.session.id);
  go(`${paths.recoveryCodes}?return=${encodeURIComponent(paths.secondFactor)}`);
}

/** Turns it off, for those who may do without. */
export async function turnOffAction(state: FormState, data: FormData): Promise<FormState> {
  const given = await proved(state, data);
  if (given.refused) return given.refused;
  if (isStaff(given.session.actor) && !env().DEMO) go(paths.secondFactor);
  if (!(await turnFactorOff(given.session))) return given.again();
  go(`${paths.secondFactor}?off=1`);
}
