import { setPassword } from '@/lib/commands/account/set-password';
import { addOrganisation } from '@/lib/commands/manage/add-organisation';
import { addProduct } from '@/lib/commands/manage/add-product';
import { invitePerson, inviteStaff } from '@/lib/commands/manage/invite-person';
import type { LinkMade } from '@/lib/commands/manage/password-link';
import type { Actor, PersonActor, Role } from '@/lib/domain/permissions';
import type { Result } from '@/lib/domain/result';
import { STAFF, SUPPLIERS, type SupplierKey } from './cast';

const visitor: Actor = { kind: 'visitor' };
const system: Actor = { kind: 'system', name: 'demo' };

export type Cast = {
  staff: Record<(typeof STAFF)[number]['key'], PersonActor>;
  suppliers: Record<SupplierKey, { person: PersonActor; products: Map<string, string> }>;
};

/** The value of a step that the demo takes for granted. */
export function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo could not be made: ${JSON.stringify(result.problem)}`);
  return result.value;
}

async function join(
  { personId, token }: LinkMade,
  who: { name: string; roles: readonly Role[]; organisationId: string | null },
  password: string,
): Promise<PersonActor> {
  if (token === null) throw new Error('The demo could not be made: a link went by email');
  expectOk(await setPassword(visitor, { token, password }));
  return { kind: 'person', personId, ...who };
}

async function makeStaff(password: string): Promise<Cast['staff']> {
  const made: [string, PersonActor][] = [];
  for (const { key, email, name, roles } of STAFF) {
    const link = expectOk(await inviteStaff(system, { email, name, roles }));
    made.push([key, await join(link, { name, roles, organisationId: null }, password)]);
  }
  return Object.fromEntries(made) as Cast['staff'];
}

async function makeSupplier(manager: Actor, key: SupplierKey, password: string) {
  const { people, products, ...details } = SUPPLIERS[key];
  const added = await addOrganisation(manager, { ...details, dsptIdentifier: '' });
  const { organisationId } = expectOk(added);
  const made = new Map<string, string>();
  for (const name of products)
    made.set(name, expectOk(await addProduct(manager, { organisationId, name })).productId);
  const joined: PersonActor[] = [];
  for (const { email, name, roles } of people) {
    const link = expectOk(await invitePerson(manager, { email, name, roles, organisationId }));
    joined.push(await join(link, { name, roles, organisationId }, password));
  }
  const [person] = joined;
  if (!person) throw new Error(`${key} has nobody`);
  return { person, products: made };
}

/** Makes everybody by the commands that a manager uses; everybody gets the same password. */
export async function makeCast(password: string): Promise<Cast> {
  const staff = await makeStaff(password);
  const suppliers: Partial<Cast['suppliers']> = {};
  for (const key of Object.keys(SUPPLIERS) as SupplierKey[])
    suppliers[key] = await makeSupplier(staff.manager, key, password);
  return { staff, suppliers: suppliers as Cast['suppliers'] };
}
