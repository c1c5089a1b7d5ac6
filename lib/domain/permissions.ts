import type { ProofWay } from './step-up';

/** The roles a person can hold. A person belongs to a supplier or to the staff, never to both. */
export const SUPPLIER_ROLES = ['contributor', 'signatory', 'administrator'] as const;
export const STAFF_ROLES = ['assessor', 'manager'] as const;
export const ROLES = [...SUPPLIER_ROLES, ...STAFF_ROLES] as const;
export type SupplierRole = (typeof SUPPLIER_ROLES)[number];
export type StaffRole = (typeof STAFF_ROLES)[number];
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Record<Role, { label: string; may: string }> = {
  contributor: { label: 'Contributor', may: 'Starts applications and answers questions' },
  signatory: { label: 'Signatory', may: 'Makes the declaration, takes it back and withdraws' },
  administrator: { label: 'Administrator', may: 'Invites and deactivates colleagues' },
  assessor: { label: 'Assessor', may: 'Reviews applications and recommends decisions' },
  manager: { label: 'Manager', may: 'Sees everything, confirms decisions, looks after people' },
};

/** Somebody who signed in; `organisationId` is null for staff. */
export type PersonActor = {
  kind: 'person';
  personId: string;
  name: string;
  organisationId: string | null;
  roles: readonly Role[];
  /** Their own organisation, while they act for one that became part of it: `organisationId` is that one. */
  home?: { organisationId: string; name: string; actingFor: string };
  /** When and how they last proved on their session that it is them; none outside a session. */
  proof?: { at: Date; way: ProofWay };
};
/** A job, or a command typed by whoever runs the service; `name` says which. */
export type SystemActor = { kind: 'system'; name: string };
/** Nobody in particular: somebody who has not signed in. */
export type VisitorActor = { kind: 'visitor' };
export type Actor = PersonActor | SystemActor | VisitorActor;

type Grantee = Role | 'system' | 'visitor';

/** Who may do what. A command names one permission; nothing else decides by role. */
export const GRANTS = {
  'application:view': ['contributor', 'signatory', 'administrator', 'assessor', 'manager'],
  'application:start': ['contributor'],
  'answer:edit': ['contributor'],
  'application:declare': ['signatory'],
  'application:withdraw': ['signatory'],
  'request:ask-time': ['contributor', 'signatory'],
  'thread:ask': ['contributor', 'signatory'],
  'thread:answer': ['assessor'],
  'case:view': ['assessor', 'manager'],
  'case:assign': ['assessor', 'manager'],
  'case:reassign': ['manager'],
  'case:review': ['assessor'],
  'case:recommend': ['assessor'],
  'case:note': ['assessor', 'manager'],
  'request:expire': ['system'],
  'evidence:scan': ['system'],
  'evidence:sweep': ['system'],
  'register:upload': ['assessor', 'manager'],
  'register:view': ['assessor', 'manager'],
  'register:read': ['system'],
  'onboarding:view': ['contributor', 'signatory', 'administrator'],
  'onboarding:edit': ['contributor'],
  'onboarding:override': ['signatory'],
  'onboarding:judge': ['system'],
  'onboarding:import': ['system'],
  'figures:view': ['manager'],
  'figures:count': ['system'],
  'onboarding:oversee': ['assessor', 'manager'],
  'aup:publish': ['manager'],
  'guidance:publish': ['manager'],
  'calendar:publish': ['manager'],
  'setting:change': ['manager'],
  'ods:look-up': ['contributor', 'assessor', 'manager'],
  'ods:keep': ['system'],
  'spot-check:run': ['assessor'],
  'spot-check:answer': ['contributor', 'signatory'],
  'message:send': ['system'],
  'delivery:view': ['manager'],
  'delivery:retry': ['manager'],
  'evidence:open': ['contributor', 'signatory', 'administrator', 'assessor', 'manager'],
  'decision:confirm': ['assessor', 'manager'],
  'condition:meet': ['assessor'],
  'decision:reopen': ['manager'],
  'colleague:manage': ['administrator'],
  'absence:own': ['assessor', 'manager'],
  'people:manage': ['manager', 'system'],
  'organisation:manage': ['manager', 'system'],
  'event:redact': ['manager'],
  'audit:search': ['manager'],
  'account:own': ['contributor', 'signatory', 'administrator', 'assessor', 'manager'],
  'account:recover': ['visitor', ...ROLES],
} as const satisfies Record<string, readonly Grantee[]>;
export type Permission = keyof typeof GRANTS;

/** The roles that hold a permission, for asking the same of people who are not acting. */
export const rolesWith = (permission: Permission): Role[] => {
  const grantees: readonly Grantee[] = GRANTS[permission];
  return ROLES.filter((role) => grantees.includes(role));
};

/** True when one of these roles, as a person's row holds them, has the permission. */
export const holds = (roles: readonly string[], permission: Permission): boolean =>
  rolesWith(permission).some((role) => roles.includes(role));

/** What nobody does for an organisation that became part of their own: its own people, or managers, do. */
const NOT_FOR_A_PREDECESSOR: readonly Permission[] = ['colleague:manage'];

/** Somebody as of their own organisation, whomever they act for: their account is theirs alone. */
export function atHome(actor: PersonActor): PersonActor {
  if (!actor.home) return actor;
  const { home, ...own } = actor;
  return { ...own, organisationId: home.organisationId };
}

/** True when one of the actor's roles holds the permission (roles as the domain gives them). */
export function can(actor: Actor, permission: Permission): boolean {
  const grantees: readonly Grantee[] = GRANTS[permission];
  if (actor.kind !== 'person') return grantees.includes(actor.kind);
  if (actor.home && NOT_FOR_A_PREDECESSOR.includes(permission)) return false;
  return holds(actor.roles, permission);
}

/** True for somebody of NHS England's side, who belongs to no supplier. */
export const isStaff = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && actor.organisationId === null;

/** True for somebody who belongs to a supplier. */
export const isSupplier = (actor: Actor): actor is PersonActor & { organisationId: string } =>
  actor.kind === 'person' && actor.organisationId !== null;
