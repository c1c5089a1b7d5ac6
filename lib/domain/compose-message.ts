import { type Path, paths } from '@/lib/paths';
import type { PlainDate } from './dates';
import { LEDGER_MESSAGES } from './ledger-messages';
import {
  type AccountMessageFacts,
  type CaseMessageFacts,
  type LedgerMessageFacts,
  type MessageContent,
  oneLine,
  type SpotCheckMessageFacts,
} from './message-content';
import {
  type AccountKind,
  type CaseKind,
  isAccountKind,
  isLedgerKind,
  isPersonKind,
  isSpotCheckKind,
  type LedgerKind,
  type PersonKind,
  type SpotCheckKind,
} from './message-kinds';
import type { MessageKind } from './messages';
import { LINK_HOURS } from './person';
import { PERSON_MESSAGES } from './person-messages';
import { SPOT_CHECK_MESSAGES } from './spot-check-messages';
import { STAFF_MESSAGES } from './staff-messages';
import { SUPPLIER_MESSAGES } from './supplier-messages';

const CASE_MESSAGES: Record<CaseKind, (facts: CaseMessageFacts) => MessageContent> = {
  ...SUPPLIER_MESSAGES,
  ...STAFF_MESSAGES,
};

const LINK = `The link works once, for ${LINK_HOURS} hours. Do not pass it on.`;

const ACCOUNT_MESSAGES: Record<
  AccountKind,
  Pick<MessageContent, 'subject' | 'heading'> & { paragraphs: string[] }
> = {
  invited: {
    subject: 'Set up your account to declare data and information security',
    heading: 'Set up your account',
    paragraphs: [
      'You are invited to the portal through which suppliers declare their data and information security.',
      'What to do next: set a password, then sign in with this email address and your password.',
      LINK,
      'If you did not expect this email, you do not need to do anything.',
    ],
  },
  'password-link': {
    subject: 'Set a new password to declare data and information security',
    heading: 'Set a new password',
    paragraphs: [
      'Somebody asked for a new password for the account with this email address.',
      'What to do next: if it was you, or was done for you, set a new password.',
      LINK,
      'If you did not expect this email, you do not need to do anything. Your password stays as it is.',
    ],
  },
};

/** What each kind is composed from. */
export type MessageFacts<K extends MessageKind> = K extends AccountKind
  ? AccountMessageFacts
  : K extends SpotCheckKind
    ? SpotCheckMessageFacts
    : K extends LedgerKind
      ? LedgerMessageFacts
      : K extends PersonKind
        ? null
        : CaseMessageFacts;

/**
 * A message in words for its reader, in plain English, next step said (NHS content guide). It never
 * holds a name of the staff, a note, or anybody's reasons: those stay behind the link. Names are one
 * line each, whatever they hold. An account's link is a secret, so its content is not to be kept.
 */
export function composeMessage<K extends MessageKind>(
  kind: K,
  facts: MessageFacts<K>,
): MessageContent {
  if (isAccountKind(kind)) {
    const { token } = facts as AccountMessageFacts;
    const about = { list: [], dueOn: null, path: paths.setPassword(token) };
    return { ...ACCOUNT_MESSAGES[kind], ...about, linkText: 'Set your password' };
  }
  if (isSpotCheckKind(kind)) {
    const about = facts as SpotCheckMessageFacts;
    return SPOT_CHECK_MESSAGES[kind]({ ...about, organisation: oneLine(about.organisation) });
  }
  if (isLedgerKind(kind)) return LEDGER_MESSAGES[kind](facts as LedgerMessageFacts);
  if (isPersonKind(kind)) return PERSON_MESSAGES[kind];
  const given = facts as CaseMessageFacts;
  const names = { product: oneLine(given.product), organisation: oneLine(given.organisation) };
  return CASE_MESSAGES[kind as CaseKind]({ ...given, ...names });
}

export type DigestEntry = Pick<MessageContent, 'heading' | 'dueOn' | 'path' | 'linkText'>;
/** Many messages in one: `path` leads to the reader's list of all. */
export type DigestContent = {
  subject: string;
  heading: string;
  paragraphs: string[];
  entries: DigestEntry[];
  path: Path;
  linkText: string;
};

const FAR: PlainDate = '9999-12-31';

/**
 * One email for what came up in a day, what is due first at the top, the rest as it came; what says
 * the same twice is said once. Null when there is nothing to say.
 */
export function composeDigest(messages: readonly DigestEntry[]): DigestContent | null {
  const byWords = new Map(
    messages.map((message) => [`${message.path} ${message.heading}`, message] as const),
  );
  const entries = [...byWords.values()].sort((one, other) => {
    const [a, b] = [one.dueOn ?? FAR, other.dueOn ?? FAR];
    return a < b ? -1 : a > b ? 1 : 0;
  });
  if (entries.length === 0) return null;
  const count = entries.length === 1 ? '1 new message' : `${entries.length} new messages`;
  return {
    subject: `${count} about your cases and applications`,
    heading: `You have ${count}`,
    paragraphs: ['This is new since your last email of this kind, what is due first at the top.'],
    entries: entries.map(({ heading, dueOn, path, linkText }) => ({
      heading,
      dueOn,
      path,
      linkText,
    })),
    path: paths.messages,
    linkText: 'Read all your messages',
  };
}
