'use server';

import { changePerson, makeLink } from '@/app/person-forms';
import { changeRoles } from '@/lib/commands/manage/change-roles';
import { deactivatePerson } from '@/lib/commands/manage/deactivate-person';
import { makePasswordLink } from '@/lib/commands/manage/make-password-link';
import { reactivatePerson } from '@/lib/commands/manage/reactivate-person';
import type { FormState } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

const pathOf = paths.person;

export async function changeRolesAction(id: string, state: FormState, data: FormData) {
  return changePerson(changeRoles, id, { state, data }, { done: 'roles', pathOf });
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
