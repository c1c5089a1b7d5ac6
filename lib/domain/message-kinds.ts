import type { EventType } from './events';
import { MESSAGE_KINDS, type MessageKind, messageRule } from './messages';

/** The kinds that are about somebody's account: their link is a secret, so no list ever shows it. */
export const ACCOUNT_KINDS = ['invited', 'password-link'] as const satisfies MessageKind[];
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** The kinds that are about a spot check, which belongs to no case. */
const SPOT_CHECK_KINDS = [
  'spot-check-drawn',
  'spot-check-answered',
  'spot-check-closed',
  'spot-check-asked-again',
  'spot-check-cancelled',
  'spot-check-reminder',
] as const satisfies MessageKind[];
export type SpotCheckKind = (typeof SPOT_CHECK_KINDS)[number];

/** The kinds that are about a supplier's end user organisations together. */
const LEDGER_KINDS = ['euos-lapsed'] as const satisfies MessageKind[];
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** The kinds that are about one person's account, and hold no secret. */
const PERSON_KINDS = [
  'sessions-ended',
  'recovery-used',
  'factor-reset',
  'factor-set',
  'factor-off',
  'password-set',
  'identity-linked',
  'identity-removed',
] as const satisfies MessageKind[];
export type PersonKind = (typeof PERSON_KINDS)[number];

/** What is kept in people's lists, and of that what is about a case. */
export type KeptKind = Exclude<MessageKind, AccountKind>;
export type CaseKind = Exclude<KeptKind, SpotCheckKind | LedgerKind | PersonKind>;

export const isAccountKind = (kind: MessageKind): kind is AccountKind =>
  ACCOUNT_KINDS.some((id) => id === kind);
export const isSpotCheckKind = (kind: MessageKind): kind is SpotCheckKind =>
  SPOT_CHECK_KINDS.some((id) => id === kind);
export const isLedgerKind = (kind: MessageKind): kind is LedgerKind =>
  LEDGER_KINDS.some((id) => id === kind);
export const isPersonKind = (kind: MessageKind): kind is PersonKind =>
  PERSON_KINDS.some((id) => id === kind);
const isCaseKind = (kind: MessageKind): kind is CaseKind =>
  !isAccountKind(kind) && !isSpotCheckKind(kind) && !isLedgerKind(kind) && !isPersonKind(kind);

export const KEPT_KINDS = MESSAGE_KINDS.filter((kind) => !isAccountKind(kind)) as KeptKind[];

/** What comes line by line: each tells of words in a case's thread. */
export const THREAD_KINDS = [
  'thread-supplier',
  'thread-assessor',
] as const satisfies readonly CaseKind[];

/** Whether a kind tells of words in a case's thread. */
export const isThreadKind = (kind: KeptKind): boolean => THREAD_KINDS.some((id) => id === kind);

/** The kinds of message that an event brings and that people's lists keep. */
export const keptMessagesOf = (event: EventType): KeptKind[] =>
  KEPT_KINDS.filter((kind) => messageRule(kind).events.includes(event));

/** The same of those about a case, a spot check, and a supplier's ledger. */
export const caseMessagesOf = (event: EventType): CaseKind[] =>
  keptMessagesOf(event).filter(isCaseKind);
export const spotCheckMessagesOf = (event: EventType): SpotCheckKind[] =>
  keptMessagesOf(event).filter(isSpotCheckKind);

export const personMessagesOf = (event: EventType): PersonKind[] =>
  keptMessagesOf(event).filter(isPersonKind);

export const ledgerMessagesOf = (event: EventType): LedgerKind[] =>
  keptMessagesOf(event).filter(isLedgerKind);
