'use server';

import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { changePerson, makeLink } from '@/app/person-forms';
import { actorForAction } from '@/lib/auth/session';
import { changeRoles } from '@/lib/commands/manage/change-roles';
import { deactivatePerson } from '@/lib/commands/manage/deactivate-person';
import { endPersonSessions } from '@/lib/commands/manage/end-person-sessions';
import { makePasswordLink } from '@/lib/commands/manage/make-password-link';
import { reactivatePerson } from '@/lib/commands/manage/reactivate-person';
import { endAbsence, setAbsence } from '@/lib/commands/manage/set-absence';
import { type FormState, failedFormState, readFormData } from '@/lib/domain/form-state';
import { readTypedDate, typedDateNames } from '@/lib/domain/typed-date';
import { paths } from '@/lib/paths';

const pathOf = paths.person;

export async function changeRolesAction(id: string, state: FormState, data: FormData) {
  return changePerson(changeRoles, id, { state, data }, { done: 'roles', pathOf });
}

export async function endSessionsAction(id: string, state: FormState, data: FormData) {
  return changePerson(endPersonSessions, id, { state, data }, { done: 'signed-out', pathOf });
}

export async function setAbsenceAction(id: string, state: FormState, data: FormData) {
  const values = readFormData(data, { one: ['version', ...typedDateNames('until')] });
  const actor = await actorForAction();
  const read = readTypedDate(values, 'until', 'First day back');
  if (!read.ok) return failedFormState(state, [read.problem], values);
  const input = { personId: id, version: values.version, until: read.date };
  const answer = await setAbsence(actor, input);
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  const cases = answer.value.cases ? `&cases=${answer.value.cases}` : '';
  go(`${pathOf(answer.value.personId)}?done=absent${cases}`);
}

export async function endAbsenceAction(id: string, state: FormState, data: FormData) {
  return changePerson(endAbsence, id, { state, data }, { done: 'back', pathOf });
}

export async function makeLinkAction(id: string, state: FormState, data: FormData) {
  return makeLink(makePasswordLink, id, { state, data }, pathOf);
}

export async function deactivateAction(id: string, state: FormState, data: FormData) {
  return changePerson(deactivatePerson, id, { state, data }, { done: 'deactivated', pathOf });
}

export async function reactivateAction(id: string, state: FormState, data: FormData) {
  return changePerson(reactivatePerson, id, { state, data }, { done: 'reactivated', pathOf });
}
