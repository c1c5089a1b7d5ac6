import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { chainOfPerson } from '@/db/people';
import { organisations, people } from '@/db/schema';
import { type CommandContext, defineCommand } from '@/lib/commands/define-command';
import { isSupplier, type Role } from '@/lib/domain/permissions';
import {
  emailSchema,
  personNameSchema,
  staffRolesSchema,
  supplierRolesSchema,
} from '@/lib/domain/person';
import { forbidden, invalid, notFound, ok, type Result } from '@/lib/domain/result';
import { type LinkMade, linkFor } from './password-link';

const person = { name: personNameSchema, email: emailSchema };
const TAKEN =
  'This email address has an account already. Use another one, or contact the help desk if you did not expect this';

type NewPerson = { name: string; email: string; roles: Role[]; organisationId: string | null };

async function invite(
  context: Pick<CommandContext<unknown>, 'tx' | 'actor' | 'now' | 'record'>,
  { name, email, roles, organisationId }: NewPerson,
): Promise<Result<LinkMade>> {
  const { tx, now, record } = context;
  const [row] = await tx
    .insert(people)
    .values({ name, email, roles, organisationId, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: people.id });
  // Also somebody of another organisation: which one is nobody's business here.
  if (!row) return invalid({ field: 'email', message: TAKEN });
  const made = { id: row.id, organisationId };
  await record({ type: 'person.invited', contents: { name, email, roles } }, chainOfPerson(made));
  const link = await linkFor(context, made);
  return link ? ok(link) : forbidden();
}

/**
 * A manager, or whoever runs the service, adds somebody of the staff, who gets a link by email to set
 * a password; where no email leaves the portal, whoever adds them gets it. Problems: `invalid` ('email' also when the address has an account).
 */
export const inviteStaff = defineCommand({
  name: 'person.invite-staff',
  permission: 'people:manage',
  input: z.object({ ...person, roles: staffRolesSchema }),
  run: (context) => invite(context, { ...context.input, organisationId: null }),
});

/**
 * A manager adds somebody to a supplier, for example its first administrator. Problems: `invalid`,
 * `not_found` for an organisation that does not exist or is closed.
 */
export const invitePerson = defineCommand({
  name: 'person.invite',
  permission: 'people:manage',
  input: z.object({ ...person, roles: supplierRolesSchema, organisationId: z.uuid() }),
  run: async (context) => {
    const [organisation] = await context.tx
      .select({ active: organisations.active })
      .from(organisations)
      .where(eq(organisations.id, context.input.organisationId));
    return organisation?.active ? invite(context, context.input) : notFound();
  },
});

/**
 * An administrator adds a colleague to their own organisation, with a supplier's roles only.
 * Problems: `invalid`, `forbidden`.
 */
export const inviteColleague = defineCommand({
  name: 'person.invite-colleague',
  permission: 'colleague:manage',
  input: z.object({ ...person, roles: supplierRolesSchema }),
  run: async (context) => {
    if (!isSupplier(context.actor)) return forbidden();
    return invite(context, { ...context.input, organisationId: context.actor.organisationId });
  },
});
