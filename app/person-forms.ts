import { actorForAction } from '@/lib/auth/session';
import type { Command } from '@/lib/commands/define-command';
import { type FormState, readFormData } from '@/lib/domain/form-state';
import type { Href } from '@/lib/paths';
import { formStateFor } from './form-result';
import { go } from './go';
import { carryLink } from './shown-once';

type Post = { state: FormState; data: FormData };
type PathOf = (id: string) => Extract<Href, `/${string}`>;
type Link = { personId: string; token: string; expiresAt: Date };

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

/** A new link for one person, shown on the page that follows. */
export async function makeLink(
  command: Command<Link>,
  personId: string,
  { state, data }: Post,
  pathOf: PathOf,
): Promise<FormState> {
  const actor = await actorForAction();
  const values = readFormData(data, { one: ['version'] });
  const answer = await command(actor, { ...values, personId });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  await carryLink(answer.value);
  go(pathOf(answer.value.personId));
}

/** Adds somebody, and shows their link on their own page. */
export async function invitePersonBy(
  command: Command<Link>,
  { state, data }: Post,
  pathOf: PathOf,
  more: Record<string, string> = {},
): Promise<FormState> {
  const actor = await actorForAction();
  const values = readFormData(data, { one: ['name', 'email'], many: ['roles'] });
  const answer = await command(actor, { ...values, ...more });
  if (!answer.ok) return formStateFor(answer.problem, state, values);
  await carryLink(answer.value);
  go(pathOf(answer.value.personId));
}
