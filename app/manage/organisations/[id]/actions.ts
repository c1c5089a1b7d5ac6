'use server';

import { go } from '@/app/go';
import { checkCode } from '@/app/manage/organisations/check-code';
import { actorForAction } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { getOrganisation } from '@/lib/queries/organisations/get-organisation';

/** Asks ODS about an organisation's code again; `id` is whatever the client bound. */
export async function checkCodeAction(id: string): Promise<void> {
  const actor = await actorForAction();
  const organisation = await getOrganisation(actor, String(id));
  if (!organisation?.odsCode) go(paths.notFound);
  const { ods } = await checkCode(actor, organisation.odsCode);
  const told = new URLSearchParams(ods ? { ods } : { done: 'checked' });
  go(`${paths.organisation(organisation.id)}?${told}#ods`);
}
