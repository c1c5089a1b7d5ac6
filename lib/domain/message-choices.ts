import type { Group } from './message-groups';
import {
  MESSAGE_KINDS,
  type MessageKind,
  messageRule,
  type Preferences,
  type Way,
  wayOf,
} from './messages';
import { holds, type Permission, type Role } from './permissions';

/** Whoever chooses; `organisationId` is null for staff. */
export type Chooser = { organisationId: string | null; roles: readonly Role[] };

/**
 * Without one of these permissions nobody ever belongs to the group, whatever the case; whoever can
 * choose has a password.
 */
const NEEDED: Record<Group, readonly Permission[]> = {
  'contributors and signatories': ['answer:edit', 'application:declare'],
  organisation: ['application:view'],
  assignee: ['case:review'],
  'assignee or managers': ['case:review', 'case:reassign'],
  'assessors, while nobody has the case': ['case:review'],
  'assignee before': ['case:review'],
  'recommender and assignee': ['case:review'],
  'second persons': ['decision:confirm'],
  managers: ['case:reassign'],
  person: ['account:own'],
  'person, whoever did it': ['account:own'],
  'person without a password': [],
  'person with a password': ['account:own'],
};

const mayHear = (kind: MessageKind, { organisationId, roles }: Chooser): boolean => {
  const { side, to } = messageRule(kind);
  if (side !== 'either' && (side === 'staff') !== (organisationId === null)) return false;
  return NEEDED[to].some((permission) => holds(roles, permission));
};

/** The kinds that somebody may turn off, put off or have at once: those that can reach them. */
export const choosableKinds = (person: Chooser): MessageKind[] =>
  MESSAGE_KINDS.filter((kind) => messageRule(kind).optional && mayHear(kind, person));

/** The kinds that always reach them by email, since somebody must act on them. */
export const fixedKinds = (person: Chooser): MessageKind[] =>
  MESSAGE_KINDS.filter((kind) => !messageRule(kind).optional && mayHear(kind, person));

/**
 * What is kept once somebody chose: only what differs from the usual way, so that a better default
 * reaches everybody who left it alone. What they chose for kinds that they were not offered stays.
 */
export function keptChoices(
  before: Preferences,
  chosen: Partial<Record<MessageKind, Way>>,
): Preferences {
  const after: Preferences = { ...before };
  for (const kind of MESSAGE_KINDS) {
    const way = chosen[kind];
    if (way === undefined) continue;
    if (way === wayOf(kind, {})) delete after[kind];
    else after[kind] = way;
  }
  return after;
}
