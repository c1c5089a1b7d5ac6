'use server';

import { invitePersonBy } from '@/app/person-forms';
import { inviteColleague } from '@/lib/commands/manage/invite-person';
import type { FormState } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function inviteColleagueAction(state: FormState, data: FormData): Promise<FormState> {
  return invitePersonBy(inviteColleague, { state, data }, paths.colleague);
}
