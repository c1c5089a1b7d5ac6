import type { Actor, Permission } from './permissions';
import { can } from './permissions';

export type Colour = 'white' | 'grey' | 'blue' | 'yellow' | 'orange' | 'green' | 'red' | 'purple';

/** Every status of an application: words for staff and for the supplier, colour, who holds it. */
export const STATUSES = {
  draft: { label: 'Draft', colour: 'grey', open: true, waitingOn: 'supplier' },
  submitted: { label: 'Submitted', colour: 'blue', open: true, waitingOn: 'assessor' },
  in_assessment: { label: 'In assessment', colour: 'blue', open: true, waitingOn: 'assessor' },
  information_requested: {
    label: 'More information needed',
    colour: 'orange',
    open: true,
    waitingOn: 'supplier',
  },
  recommended: {
    label: 'Waiting for a second person',
    colour: 'purple',
    open: true,
    waitingOn: 'second_person',
  },
  approved: { label: 'Approved', colour: 'green', open: false, waitingOn: 'nobody' },
  approved_with_conditions: {
    label: 'Approved with conditions',
    colour: 'yellow',
    open: false,
    waitingOn: 'nobody',
  },
  rejected: { label: 'Rejected', colour: 'red', open: false, waitingOn: 'nobody' },
  withdrawn: { label: 'Withdrawn', colour: 'grey', open: false, waitingOn: 'nobody' },
} as const satisfies Record<
  string,
  { label: string; colour: Colour; open: boolean; waitingOn: Party }
>;
export type Party = 'supplier' | 'assessor' | 'second_person' | 'nobody';
export type Status = keyof typeof STATUSES;
export const STATUS_IDS = Object.keys(STATUSES) as Status[];
export const OPEN_STATUSES = STATUS_IDS.filter((id) => STATUSES[id].open);

/** The kinds of application; the last two name a predecessor. */
export const KINDS = ['new', 'change', 'renewal'] as const;

/** What a transition's guard may look at; read by the command under the application's lock. */
export type CaseFacts = {
  status: Status;
  round: number;
  assigneeId: string | null;
  reviewStarted: boolean;
  recommendedBy: string | null;
  /** Everybody who recorded a verdict in any round of this application. */
  reviewers: readonly string[];
  /** People who declared a conflict of interest. */
  conflicted: readonly string[];
  requestsSent: number;
  /** How many there may be: of three, four rounds (domain, the information request). */
  requestsMost: number;
  requestOpen: boolean;
};

const isAssignee = (actor: Actor, facts: CaseFacts): boolean =>
  actor.kind === 'person' && actor.personId === facts.assigneeId;
const isRecommender = (actor: Actor, facts: CaseFacts): boolean =>
  actor.kind === 'person' && actor.personId === facts.recommendedBy;

/** True for somebody who took no part: did not recommend, reviewed nothing, has no conflict. */
export const isSecondPerson = (actor: Actor, facts: CaseFacts): boolean =>
  actor.kind === 'person' &&
  actor.personId !== facts.recommendedBy &&
  !facts.reviewers.includes(actor.personId) &&
  !facts.conflicted.includes(actor.personId);

type Guard = (actor: Actor, facts: CaseFacts) => boolean;
export type Transition = {
  id: string;
  from: readonly Status[];
  to: Status;
  permission: Permission;
  guard?: Guard;
};

const notReviewed: Guard = (_, facts) => !facts.reviewStarted && facts.round === 1;
const requestLeft: Guard = (actor, facts) =>
  isAssignee(actor, facts) && !facts.requestOpen && facts.requestsSent < facts.requestsMost;
const assigneeNoRequest: Guard = (actor, facts) => isAssignee(actor, facts) && !facts.requestOpen;
const decided = ['approved', 'approved_with_conditions', 'rejected'] as const;

/** The application's machine: from, to, who, guard (domain, the case). Nothing else changes a status. */
export const TRANSITIONS = [
  { id: 'submit', from: ['draft'], to: 'submitted', permission: 'application:declare' },
  {
    id: 'resubmit',
    from: ['information_requested'],
    to: 'submitted',
    permission: 'application:declare',
  },
  {
    id: 'take_back',
    from: ['submitted'],
    to: 'draft',
    permission: 'application:declare',
    guard: notReviewed,
  },
  {
    id: 'begin_assessment',
    from: ['submitted'],
    to: 'in_assessment',
    permission: 'case:review',
    guard: isAssignee,
  },
  {
    id: 'request_information',
    from: ['in_assessment'],
    to: 'information_requested',
    permission: 'case:review',
    guard: requestLeft,
  },
  {
    id: 'cancel_request',
    from: ['information_requested'],
    to: 'in_assessment',
    permission: 'case:review',
    guard: isAssignee,
  },
  {
    id: 'expire_request',
    from: ['information_requested'],
    to: 'in_assessment',
    permission: 'request:expire',
  },
  {
    id: 'recommend',
    from: ['in_assessment'],
    to: 'recommended',
    permission: 'case:recommend',
    guard: assigneeNoRequest,
  },
  {
    id: 'recall',
    from: ['recommended'],
    to: 'in_assessment',
    permission: 'case:recommend',
    guard: isRecommender,
  },
  {
    id: 'send_back',
    from: ['recommended'],
    to: 'in_assessment',
    permission: 'decision:confirm',
    guard: isSecondPerson,
  },
  ...decided.map((to) => ({
    id: `confirm_${to}` as const,
    from: ['recommended'] as const,
    to,
    permission: 'decision:confirm' as const,
    guard: isSecondPerson,
  })),
  {
    id: 'meet_conditions',
    from: ['approved_with_conditions'],
    to: 'approved',
    permission: 'condition:meet',
  },
  {
    id: 'uphold_review',
    from: ['rejected'],
    to: 'in_assessment',
    permission: 'decision:reopen',
    guard: isSecondPerson,
  },
  {
    id: 'withdraw',
    from: OPEN_STATUSES,
    to: 'withdrawn',
    permission: 'application:withdraw',
  },
] as const satisfies readonly Transition[];
export type TransitionId = (typeof TRANSITIONS)[number]['id'];

/** The row of the table that bears this id. */
export function transitionOf(id: TransitionId): Transition {
  const found = TRANSITIONS.find((transition) => transition.id === id);
  if (!found) throw new Error(`no transition ${id}`);
  return found;
}

export type TransitionAnswer = 'allowed' | 'forbidden' | 'wrong_status' | 'guarded';

/**
 * Whether an actor may take a transition now. `forbidden`: no role of theirs may ever;
 * `wrong_status`: not from here; `guarded`: the case's facts say no.
 */
export function mayTransition(actor: Actor, facts: CaseFacts, id: TransitionId): TransitionAnswer {
  const transition = transitionOf(id);
  if (!can(actor, transition.permission)) return 'forbidden';
  if (!transition.from.includes(facts.status)) return 'wrong_status';
  return transition.guard && !transition.guard(actor, facts) ? 'guarded' : 'allowed';
}

/** The transitions that this actor may take now; buttons are rendered from these. */
export function availableTransitions(actor: Actor, facts: CaseFacts): TransitionId[] {
  return TRANSITIONS.map(({ id }) => id).filter(
    (id) => mayTransition(actor, facts, id) === 'allowed',
  );
}

/** Whose move it is; derived from the status, never stored. */
export const waitingOn = (status: Status): Party => STATUSES[status].waitingOn;

/** True while the application runs; a product has at most one such at a time. */
export const isOpen = (status: Status): boolean => STATUSES[status].open;
