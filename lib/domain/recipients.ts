import type { Status } from './application';
import { TAKEABLE_STATUSES } from './assignment';
import type { Group } from './message-groups';
import { type MessageKind, messageRule } from './messages';
import { holds, type Role } from './permissions';

/** Somebody who might be told; `organisationId` is null for staff. */
export type Recipient = {
  id: string;
  organisationId: string | null;
  roles: readonly Role[];
  active: boolean;
  hasPassword: boolean;
};

/** What the rules look at, as it is when the message is made; ids are of people. */
export type RecipientFacts = {
  people: readonly Recipient[];
  /** The supplier that the case belongs to; null for what is about no case. */
  organisationId: string | null;
  /** The case's status after the event. */
  status: Status | null;
  /** Who did it, and so is not told; null for the portal and for visitors. */
  actorId: string | null;
  assigneeId: string | null;
  /** Who had the case before an event that assigned it or put it back. */
  assigneeBeforeId: string | null;
  recommenderId: string | null;
  /** Everybody who recorded a verdict in any round or recommended: none of them may confirm. */
  tookPart: readonly string[];
  /** Who declared a conflict of interest with the case. */
  conflicted: readonly string[];
  /** Whose account it is about. */
  personId: string | null;
};

type Rule = (person: Recipient, facts: RecipientFacts) => boolean;

const edits: Rule = ({ roles }) =>
  holds(roles, 'answer:edit') || holds(roles, 'application:declare');
const isManager: Rule = ({ roles }) => holds(roles, 'case:reassign');
const hasCase: Rule = ({ id }, { assigneeId }) => id === assigneeId;
const isSubject: Rule = ({ id }, { personId }) => id === personId;

/** False when the case's assessor left or may no longer assess, so that managers hear instead. */
const isLookedAfter = ({ people, assigneeId, conflicted }: RecipientFacts): boolean =>
  people.some(
    ({ id, active, roles, organisationId }) =>
      id === assigneeId &&
      organisationId === null &&
      active &&
      holds(roles, 'case:review') &&
      !conflicted.includes(id),
  );

const GROUPS: Record<Group, Rule> = {
  'contributors and signatories': edits,
  organisation: () => true,
  assignee: hasCase,
  'assignee or managers': (person, facts) =>
    isLookedAfter(facts) ? hasCase(person, facts) : isManager(person, facts),
  'assessors, while nobody has the case': ({ roles }, { assigneeId, status }) =>
    assigneeId === null &&
    status !== null &&
    TAKEABLE_STATUSES.includes(status) &&
    holds(roles, 'case:review'),
  'assignee before': ({ id }, { assigneeBeforeId, assigneeId }) =>
    id === assigneeBeforeId && id !== assigneeId,
  'recommender and assignee': (person, facts) =>
    person.id === facts.recommenderId || hasCase(person, facts),
  'second persons': ({ id, roles }, { status, tookPart, recommenderId }) =>
    status === 'recommended' &&
    holds(roles, 'decision:confirm') &&
    id !== recommenderId &&
    !tookPart.includes(id),
  managers: isManager,
  person: isSubject,
  'person, whoever did it': isSubject,
  'person without a password': (person, facts) => isSubject(person, facts) && !person.hasPassword,
  'person with a password': (person, facts) => isSubject(person, facts) && person.hasPassword,
};

/** Whether a person is of the side that a kind is for; suppliers only of the case's organisation. */
function isOfSide(kind: MessageKind, person: Recipient, facts: RecipientFacts): boolean {
  const { side } = messageRule(kind);
  if (side === 'either') return true;
  if (side === 'staff') return person.organisationId === null;
  return person.organisationId !== null && person.organisationId === facts.organisationId;
}

/**
 * Who is told of a kind of message, by id, sorted. Never somebody who left, who did it themselves,
 * who is of another organisation or of the other side, or who declared a conflict of interest.
 * Where a kind says 'whoever did it', they hear also what was done as them: it may have been another.
 */
export function recipientsOf(kind: MessageKind, facts: RecipientFacts): string[] {
  const told = facts.people.filter(
    (person) =>
      person.active &&
      (person.id !== facts.actorId || messageRule(kind).to === 'person, whoever did it') &&
      !facts.conflicted.includes(person.id) &&
      isOfSide(kind, person, facts) &&
      GROUPS[messageRule(kind).to](person, facts),
  );
  return [...new Set(told.map(({ id }) => id))].sort();
}
