import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { chainOfPerson } from '@/db/people';
import { people } from '@/db/schema';
import { holds, type Role } from '@/lib/domain/permissions';
import { staffRolesSchema, supplierRolesSchema } from '@/lib/domain/person';
import { invalid, ok } from '@/lib/domain/result';
import { lastOneProblem, overPeople, personInput } from './look-after';
import { putCasesBack } from './put-cases-back';

const commands = overPeople({
  name: 'person.change-roles',
  input: personInput.extend({ roles: z.array(z.string()).max(20) }),
  run: async (context) => {
    const { tx, person, input, record } = context;
    const schema = person.organisationId === null ? staffRolesSchema : supplierRolesSchema;
    const read = schema.safeParse(input.roles);
    if (!read.success) return invalid({ field: 'roles', message: 'Select at least one role' });
    const roles: readonly Role[] = read.data;
    const last = await lastOneProblem(context, roles);
    if (last) return last;
    await tx
      .update(people)
      .set({ roles: [...roles], version: sql`${people.version} + 1` })
      .where(eq(people.id, person.id));
    await record(
      { type: 'person.roles_changed', contents: { from: person.roles, to: roles } },
      chainOfPerson(person),
    );
    const leaves = holds(person.roles, 'case:review') && !holds(roles, 'case:review');
    const cases = leaves ? await putCasesBack(context, 'no longer an assessor') : 0;
    return ok({ personId: person.id, cases });
  },
});

/**
 * Changes what somebody may do, from their next request on; who stops being an assessor loses the
 * cases they had. Problems: `invalid` ('roles'), `not_found`, `conflict`, `refused` ('own_account',
 * 'last_manager', 'last_administrator').
 */
export const changeRoles = commands.byManager;
/** The same by an administrator, over colleagues only, with a supplier's roles. */
export const changeColleagueRoles = commands.byAdministrator;
