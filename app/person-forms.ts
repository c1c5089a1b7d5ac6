import { actorForAction } from '@/lib/auth/session';
import type { Command } from '@/lib/commands/define-command';
import type { LinkMade } from '@/lib/commands/manage/password-link';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import type { Href } from '@/lib/paths';
import { formStateFor } from './form-result';
import { go } from './go';
import { carryLink } from './shown-once';

type Post = { state: FormState; data: FormData };
type PathOf = (id: string) => Extract<Href, `/${string}`>;

/** One change to one person, for the pages of managers and of administrators alike. */
export async function changePerson(
  command: Command<{ personId: string; cases?: number }>,
  personId: string,
  { state, data }: Post,
  { done, pathOf }: { done: string; pathOf: PathOf },
): Promise<FormState> {
  const actor = await actorForAction();
  const values = readFormData(data, { one: ['version'], many: ['roles'] });
  const answer = await command(actor, { ...values, personId });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  const cases = answer.value.cases ? `&cases=${answer.value.cases}` : '';
  go(`${pathOf(answer.value.personId)}?done=${done}${cases}`);
}

/** Leads to the person's page, which shows the link, or says that it goes by email. */
async function showLink(link: LinkMade, pathOf: PathOf): Promise<never> {
  const path = pathOf(link.personId);
  if (link.token === null) go(`${path}?done=mailed`);
  await carryLink(link);
  go(path);
}

/** A new link for one person. */
export async function makeLink(
  command: Command<LinkMade>,
  personId: string,
  { state, data }: Post,
  pathOf: PathOf,
): Promise<FormState> {
  const actor = await actorForAction();
  const values = readFormData(data, { one: ['version'] });
  const answer = await command(actor, { ...values, personId });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  return showLink(answer.value, pathOf);
}

/** Adds somebody, and leads to their own page. */
export async function invitePersonBy(
  command: Command<LinkMade>,
  { state, data }: Post,
  pathOf: PathOf,
  more: Record<string, string> = {},
): Promise<FormState> {
  const actor = await actorForAction();
  const values = readFormData(data, { one: ['name', 'email'], many: ['roles'] });
  const answer = await command(actor, { ...values, ...more });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  return showLink(answer.value, pathOf);
}
