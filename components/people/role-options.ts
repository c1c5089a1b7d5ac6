import type { Option } from '@/components/form/field-label';
import { ROLE_LABELS, type Role } from '@/lib/domain/permissions';

/** Roles as checkboxes, each with what it allows. */
export const roleOptions = (roles: readonly Role[]): Option[] =>
  roles.map((role) => ({
    value: role,
    label: ROLE_LABELS[role].label,
    hint: ROLE_LABELS[role].may,
  }));
