import type { EventType } from './events';
import type { Group } from './message-groups';
import { PERSON_RULES } from './person-message-rules';

/** How a person hears of something; each is also in their list inside the portal. */
export const WAYS = ['at_once', 'digest', 'portal_only'] as const;
export type Way = (typeof WAYS)[number];
export const WAY_LABELS: Record<Way, string> = {
  at_once: 'An email at once',
  digest: 'In one email a day',
  portal_only: 'No email',
};

type Side = 'supplier' | 'staff' | 'either';
export type MessageRule = {
  /** What it is called where people choose what they get. */
  label: string;
  /** The events that bring it; none for what a job starts. */
  events: readonly EventType[];
  /** Only people of this side are ever told. */
  side: Side;
  to: Group;
  way: Way;
  /** False where it cannot be turned off or put off, since somebody must act on it. */
  optional: boolean;
};

const atOnce = { way: 'at_once', optional: true } as const;
const inDigest = { way: 'digest', optional: true } as const;
const always = { way: 'at_once', optional: false } as const;
const toStaff = { side: 'staff' } as const;
const toEditors = { side: 'supplier', to: 'contributors and signatories' } as const;
const toOrganisation = { side: 'supplier', to: 'organisation' } as const;

/**
 * Every kind of message: what brings it, who is told, how unless they choose otherwise. What goes to
 * both sides is two kinds, since the words differ; what goes to many is for the digest. A case put
 * back tells the assessors, whose move it is, and whoever lost it, not the managers: 'Take next'
 * hands it out by its due date. Ids are stored: they never change meaning.
 */
export const MESSAGES = {
  'declaration-received': {
    label: 'A declaration comes in on a case that you have',
    events: ['application.submitted'],
    ...{ ...toStaff, to: 'assignee', ...atOnce },
  },
  'case-waiting': {
    label: 'A case waits for an assessor',
    events: ['application.submitted', 'application.put_back', 'review.upheld'],
    ...{ ...toStaff, to: 'assessors, while nobody has the case', ...inDigest },
  },
  'taken-back': {
    label: 'A supplier takes back a declaration that you have',
    events: ['application.taken_back'],
    ...{ ...toStaff, to: 'assignee', ...inDigest },
  },
  withdrawn: {
    label: 'A supplier withdraws an application that you have',
    events: ['application.withdrawn'],
    ...{ ...toStaff, to: 'assignee', ...inDigest },
  },
  'withdrawn-supplier': {
    label: 'A colleague withdraws an application',
    events: ['application.withdrawn'],
    ...{ ...toEditors, ...atOnce },
  },
  'request-sent': {
    label: 'The assessor needs more information',
    events: ['request.sent'],
    ...{ ...toEditors, ...always },
  },
  'request-cancelled': {
    label: 'A request for information is cancelled',
    events: ['request.cancelled'],
    ...{ ...toEditors, ...atOnce },
  },
  'request-expired': {
    label: 'A request for information runs out',
    events: ['request.expired'],
    ...{ ...toEditors, ...atOnce },
  },
  'request-unanswered': {
    label: 'A supplier lets a request run out on a case that you have',
    events: ['request.expired'],
    ...{ ...toStaff, to: 'assignee or managers', ...atOnce },
  },
  'time-asked': {
    label: 'A supplier asks for more time on a case that you have',
    events: ['request.extension_asked'],
    ...{ ...toStaff, to: 'assignee or managers', ...atOnce },
  },
  'time-given': {
    label: 'The assessor gives you more time',
    events: ['request.extended'],
    ...{ ...toEditors, ...atOnce },
  },
  assigned: {
    label: 'Somebody gives you a case',
    events: ['application.assigned'],
    ...{ ...toStaff, to: 'assignee', ...atOnce },
  },
  unassigned: {
    label: 'Somebody takes a case from you',
    events: ['application.assigned', 'application.put_back'],
    ...{ ...toStaff, to: 'assignee before', ...atOnce },
  },
  conflict: {
    label: 'Somebody declares a conflict of interest',
    events: ['conflict.declared'],
    ...{ ...toStaff, to: 'managers', way: 'portal_only', optional: true },
  },
  recommended: {
    label: 'A recommendation waits for a second person',
    events: ['decision.recommended'],
    ...{ ...toStaff, to: 'second persons', ...inDigest },
  },
  'sent-back': {
    label: 'A second person sends your recommendation back',
    events: ['decision.sent_back'],
    ...{ ...toStaff, to: 'recommender and assignee', ...atOnce },
  },
  decided: {
    label: 'A decision is made on your application',
    events: ['decision.confirmed'],
    ...{ ...toOrganisation, ...atOnce },
  },
  'decided-staff': {
    label: 'Your recommendation is confirmed',
    events: ['decision.confirmed'],
    ...{ ...toStaff, to: 'recommender and assignee', ...inDigest },
  },
  'condition-met': {
    label: 'A condition of your approval is met',
    events: ['condition.met'],
    ...{ ...toOrganisation, ...inDigest },
  },
  'approval-at-risk': {
    label: 'An approval of yours is at risk',
    events: ['approval.judged'],
    ...{ ...toOrganisation, ...atOnce },
  },
  'review-upheld': {
    label: 'A decision is opened again after a review',
    events: ['review.upheld'],
    ...{ ...toOrganisation, ...atOnce },
  },
  reminder: {
    label: 'An answer that the assessor needs is due soon',
    events: [],
    ...{ ...toEditors, ...atOnce },
  },
  'thread-supplier': {
    label: 'A supplier writes on a case that you have',
    events: ['thread.asked'],
    ...{ ...toStaff, to: 'assignee or managers', ...atOnce },
  },
  'thread-assessor': {
    label: 'The assessor writes to you',
    events: ['thread.answered'],
    ...{ ...toEditors, ...atOnce },
  },
  'spot-check-drawn': {
    label: 'The assessor asks for evidence of a sample',
    events: ['spot_check.drawn'],
    ...{ ...toEditors, ...always },
  },
  'spot-check-answered': {
    label: 'A supplier sends the evidence of a spot check that you drew',
    events: ['spot_check.answered'],
    ...{ ...toStaff, to: 'assignee or managers', ...atOnce },
  },
  'spot-check-closed': {
    label: 'A spot check of your organisations is finished',
    events: ['spot_check.closed'],
    ...{ ...toEditors, ...atOnce },
  },
  'spot-check-asked-again': {
    label: 'The assessor asks for evidence of a sample again',
    events: ['spot_check.asked_again'],
    ...{ ...toEditors, ...always },
  },
  'spot-check-cancelled': {
    label: 'A spot check of your organisations is cancelled',
    events: ['spot_check.cancelled'],
    ...{ ...toEditors, ...atOnce },
  },
  'spot-check-reminder': {
    label: 'Evidence of a sample is due soon, or was due',
    events: [],
    ...{ ...toEditors, ...atOnce },
  },
  'euos-lapsed': {
    label: 'End user organisations of yours have lapsed, or are no longer ready',
    events: ['onboardings.judged'],
    ...{ ...toEditors, ...atOnce },
  },
  ...PERSON_RULES,
  invited: {
    label: 'You are invited',
    events: ['person.link_made', 'person.reset_asked'],
    ...{ side: 'either', to: 'person without a password', ...always },
  },
  'password-link': {
    label: 'A link to set your password',
    events: ['person.link_made', 'person.reset_asked'],
    ...{ side: 'either', to: 'person with a password', ...always },
  },
} as const satisfies Record<string, MessageRule>;

export type MessageKind = keyof typeof MESSAGES;
export const MESSAGE_KINDS = Object.keys(MESSAGES) as MessageKind[];

/** The rule of a kind, as the table's general type. */
export const messageRule = (kind: MessageKind): MessageRule => MESSAGES[kind];

/** The kinds of message that an event brings; most events bring none. */
export const messagesOf = (event: EventType): MessageKind[] =>
  MESSAGE_KINDS.filter((kind) => messageRule(kind).events.includes(event));

/** What somebody chose for some kinds; every other has its default. */
export type Preferences = Partial<Record<MessageKind, Way>>;

/** How a person is told of a kind: as they chose, where they may choose. */
export function wayOf(kind: MessageKind, preferences: Preferences): Way {
  const { way, optional } = messageRule(kind);
  return optional ? (preferences[kind] ?? way) : way;
}
