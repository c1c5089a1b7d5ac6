import { z } from 'zod';
import { type Role, STAFF_ROLES, SUPPLIER_ROLES } from './permissions';
import { requiredLineSchema } from './text-schema';

/** How long a link to set a password can be used, in hours. */
export const LINK_HOURS = 72;

/** How often an hour a link is mailed to one address that somebody says is theirs. */
export const WISHES_AN_HOUR = 3;

/** When a link ends that is made, or mailed, now. */
export const linkExpiry = (now: Date): Date => new Date(now.getTime() + LINK_HOURS * 3_600_000);

const EXAMPLE = 'Enter an email address in the correct format, like name@example.com';

/** A work e-mail address: trimmed, lower case; two that differ in case only are the same. */
export const emailSchema = requiredLineSchema({ what: 'Email address', max: 254 })
  .transform((text) => text.toLowerCase())
  .pipe(z.email({ error: EXAMPLE }));

export const personNameSchema = requiredLineSchema({ what: 'Full name', max: 100 });

const rolesOf = <R extends Role>(roles: readonly R[]) =>
  z
    .array(z.string(), { error: 'Select at least one role' })
    .transform((given) => roles.filter((role) => given.includes(role)))
    .refine((given) => given.length > 0, { error: 'Select at least one role' });

/** At least one role of a supplier; what is none is dropped, never granted. */
export const supplierRolesSchema = rolesOf(SUPPLIER_ROLES);

/** At least one role of the staff. */
export const staffRolesSchema = rolesOf(STAFF_ROLES);
