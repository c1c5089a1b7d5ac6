/** What can be wrong with a chain of events; each says what to the person who runs the check. */
const AUDIT_FAULTS = {
  no_chain: 'it has no history at all',
  gap: 'this event does not follow the one before it: something was removed or put in between',
  link: 'this event does not link to the one before it',
  hash: 'this event was changed: its hash does not fit what it records',
  actor: 'this event names a colleague who is not the one who acted',
  contents_missing: 'the words of this event are missing, and nobody redacted them',
  contents: 'the words of this event were changed',
  audience: 'the words of this event are shown to others than the event itself',
  redaction: 'the words of this event were taken out without two people asking for it',
  head: 'the end of the history is missing: the head of the chain names another event',
  receipt: 'the receipt of this submission names another history: the chain was rewritten',
  declaration: 'what was declared here was changed after it was submitted',
  declaration_missing: 'what was declared here is missing',
} as const;
export type AuditFault = keyof typeof AUDIT_FAULTS;

export type BrokenLink = {
  /** What the chain is about: an application's reference, or an organisation or person by id. */
  subject: string;
  /** The event's place in the chain, from 1. */
  sequence: number;
  fault: AuditFault;
};

/** One sentence without a full stop: 'DSI-7K3M-9Q2T, event 4: the words of this event were changed'. */
export const describeBrokenLink = ({ subject, sequence, fault }: BrokenLink): string =>
  fault === 'no_chain'
    ? `${subject}: ${AUDIT_FAULTS[fault]}`
    : `${subject}, event ${sequence}: ${AUDIT_FAULTS[fault]}`;
