'use server';

import { invitePersonBy } from '@/app/person-forms';
import { invitePerson } from '@/lib/commands/manage/invite-person';
import type { FormState } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

export async function invitePersonAction(
  organisationId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return invitePersonBy(invitePerson, { state, data }, paths.person, { organisationId });
}
