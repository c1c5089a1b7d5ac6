'use server';

import { invitePersonBy } from '@/app/person-forms';
import { inviteStaff } from '@/lib/commands/manage/invite-person';
import type { FormState } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function inviteStaffAction(state: FormState, data: FormData): Promise<FormState> {
  return invitePersonBy(inviteStaff, { state, data }, paths.person);
}
