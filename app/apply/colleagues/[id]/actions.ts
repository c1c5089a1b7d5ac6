'use server';

import { changePerson, makeLink } from '@/app/person-forms';
import { changeColleagueRoles } from '@/lib/commands/manage/change-roles';
import { deactivateColleague } from '@/lib/commands/manage/deactivate-person';
import { endColleagueSessions } from '@/lib/commands/manage/end-person-sessions';
import { makeColleagueLink } from '@/lib/commands/manage/make-password-link';
import { reactivateColleague } from '@/lib/commands/manage/reactivate-person';
import type { FormState } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

const pathOf = paths.colleague;

export async function changeRolesAction(id: string, state: FormState, data: FormData) {
  return changePerson(changeColleagueRoles, id, { state, data }, { done: 'roles', pathOf });
}

export async function endSessionsAction(id: string, state: FormState, data: FormData) {
  return changePerson(endColleagueSessions, id, { state, data }, { done: 'signed-out', pathOf });
}

export async function makeLinkAction(id: string, state: FormState, data: FormData) {
  return makeLink(makeColleagueLink, id, { state, data }, pathOf);
}

export async function deactivateAction(id: string, state: FormState, data: FormData) {
  return changePerson(deactivateColleague, id, { state, data }, { done: 'deactivated', pathOf });
}

export async function reactivateAction(id: string, state: FormState, data: FormData) {
  return changePerson(reactivateColleague, id, { state, data }, { done: 'reactivated', pathOf });
}
