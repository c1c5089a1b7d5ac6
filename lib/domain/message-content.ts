import type { Path } from '@/lib/paths';
import type { FoundChange } from './approval-change';
import type { PlainDate } from './dates';
import type { Outcome } from './decision';
import { questionOf } from './questions/catalogue';
import type { QuestionId } from './questions/types';
import type { ReminderDays } from './reminders';

/** A message in words, before it is an email or an entry of somebody's list. */
export type MessageContent = {
  subject: string;
  heading: string;
  /** The last one leads over to the list, where there is one. */
  paragraphs: readonly string[];
  /** The questions that it is about, in their own words. */
  list: readonly string[];
  /** By when the reader must act; null when they need not. */
  dueOn: PlainDate | null;
  path: Path;
  linkText: string;
  /** Where it leads to several lists, each in words; left out where there is one. */
  links?: readonly { text: string; path: Path }[];
};

/**
 * All that a message about a case may say. There is no room here for anybody's name, a note, a
 * message or reasons: those stay behind the link.
 */
export type CaseMessageFacts = {
  reference: string;
  product: string;
  /** The supplier's name. */
  organisation: string;
  /** In messages about a request its due date, else the case's; null where there is none. */
  dueOn: PlainDate | null;
  /** The last day on which the request that fell due could be answered. */
  lastDay: PlainDate | null;
  /** The questions that the request, or what was written, is about. */
  questions: readonly QuestionId[];
  /** What was decided; null before. */
  outcome: Outcome | null;
  /** Which reminder it is; null for every other message. */
  daysBefore: ReminderDays | null;
  /** What changed for the worse of the approval that the case earned. */
  worse?: readonly FoundChange[];
};

/** All that a message about a spot check may say. */
export type SpotCheckMessageFacts = {
  id: string;
  number: number;
  /** The supplier's name, and what its record is called by: its ODS code, or its id without one. */
  organisation: string;
  record: string;
  /** How many organisations were drawn. */
  count: number;
  dueOn: PlainDate;
  /** Whether that day has passed. */
  overdue: boolean;
};

/** All that a message about a supplier's ledger may say: how many passed before and are now … */
export type LedgerMessageFacts = {
  lapsed: number;
  notReady: number;
  notProven: number;
  /** How many of those are planned: about to be connected. */
  planned: number;
};

/** What a message about an account holds: the secret of its link, once. */
export type AccountMessageFacts = { token: string };

const LONGEST_NAME = 120;

/** Text with a space for each run of spaces, line ends, control characters and direction marks. */
export const spaced = (text: string): string =>
  text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ');

/** A name as one line of plain text, cut where it is longer than `most` characters. */
export function oneLine(text: string, most = LONGEST_NAME): string {
  const line = spaced(text).trim();
  const characters = [...line];
  if (characters.length <= most) return line;
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}

/** 'Q.3 Describe your process…': a question as the section asks it. */
export function questionWords(id: QuestionId): string {
  const { number, title } = questionOf(id);
  return number ? `${number} ${title}` : title;
}
