import { z } from 'zod';
import type { LockedPerson } from '@/db/people';
import { listHolders, lockPerson } from '@/db/people';
import { type CommandContext, defineCommand } from '@/lib/commands/define-command';
import { fail, notFound, type Result, refused } from '@/lib/domain/result';

type Input = { personId: string; version: number };
export type PersonContext<I> = CommandContext<I> & { person: LockedPerson };

/** Whose row, and which version of it the form was made from. */
export const personInput = z.object({
  personId: z.uuid(),
  version: z.coerce.number().int().positive(),
});

const OWN = 'You cannot do this to your own account. Ask somebody else to do it.';

/**
 * One command in its two forms: for managers over everybody, for a supplier's administrator over
 * colleagues, of whom the database shows no others. Locks the person's row, refuses one's own, and
 * answers `conflict` when somebody changed it since the form was made.
 */
export function overPeople<I extends Input, T>(definition: {
  name: string;
  input: z.ZodType<I, unknown>;
  run: (context: PersonContext<I>) => Promise<Result<T>>;
}) {
  const run = async (context: CommandContext<I>): Promise<Result<T>> => {
    const { tx, actor, input } = context;
    const person = await lockPerson(tx, input.personId);
    if (!person) return notFound();
    if (actor.kind === 'person' && actor.personId === person.id) return refused('own_account', OWN);
    if (person.version !== input.version)
      return fail({
        kind: 'conflict',
        conflict: {
          version: person.version,
          fields: { roles: person.roles },
          changedBy: null,
          changedAt: null,
        },
      });
    return definition.run({ ...context, person });
  };
  const { name, input } = definition;
  return {
    byManager: defineCommand({ name, permission: 'people:manage', input, run }),
    byAdministrator: defineCommand({ name, permission: 'colleague:manage', input, run }),
  };
}

/**
 * Refuses to leave nobody who can look after people: no manager among the staff, or, when a
 * colleague does it, no administrator. A manager may, since managers can name another one.
 * Problems: `refused` with code 'last_manager' or 'last_administrator'.
 */
export async function lastOneProblem(
  { tx, actor, person }: PersonContext<unknown>,
  rolesLeft: readonly string[],
) {
  const role = person.organisationId === null ? 'manager' : 'administrator';
  if (!person.active || !person.roles.includes(role) || rolesLeft.includes(role)) return null;
  const staffActs = actor.kind !== 'person' || actor.organisationId === null;
  if (role === 'administrator' && staffActs) return null;
  const holders = await listHolders(tx, role, person.organisationId);
  if (holders.some((holder) => holder.id !== person.id)) return null;
  return role === 'manager'
    ? refused('last_manager', 'This is the last manager. Make somebody else a manager first.')
    : refused(
        'last_administrator',
        'This is the last administrator. Make a colleague an administrator first.',
      );
}
