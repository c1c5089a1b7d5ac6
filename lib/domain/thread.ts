import type { Status } from './application';
import { formatPlainDate, parsePlainDate } from './dates';
import type { EventType } from './events';
import { QUESTION_IDS, type QuestionId } from './questions/types';

/** What people say to each other about a case; each is an event of its chain. */
export const WORD_EVENTS = ['thread.asked', 'thread.answered'] as const satisfies EventType[];
/** What the thread shows: those words, and a wish for more time with what came of it. */
export const THREAD_EVENTS = [
  ...WORD_EVENTS,
  ...(['request.extension_asked', 'request.extended'] as const),
] as const satisfies EventType[];
export type WordEvent = (typeof WORD_EVENTS)[number];
export type ThreadEventType = (typeof THREAD_EVENTS)[number];

type Next = 'application' | 'decision' | 'start';
/** Why nobody writes in a thread any more, or not yet, and where its supplier goes instead. */
export type ClosedThread = { toSupplier: string; toStaff: string; next: Next };

const decided: ClosedThread = {
  toSupplier:
    'A decision is made, so you can no longer write to the assessor here. The decision says what happens next.',
  toStaff: 'A decision is made, so nobody can write here any more.',
  next: 'decision',
};

/** In which statuses the thread takes words: those in which somebody of the staff has the case. */
const CLOSED: Record<Status, ClosedThread | null> = {
  draft: {
    toSupplier:
      'You can write to the assessor once your declaration is submitted. Until then nobody assesses it.',
    toStaff: 'You can write to the supplier once the declaration is submitted.',
    next: 'application',
  },
  submitted: null,
  in_assessment: null,
  information_requested: null,
  recommended: null,
  approved: decided,
  approved_with_conditions: decided,
  rejected: decided,
  withdrawn: {
    toSupplier:
      'This application is withdrawn, so nobody assesses it. If the product still needs approval, start a new application.',
    toStaff: 'This application is withdrawn, so nobody can write here any more.',
    next: 'start',
  },
};

/** Null while the thread takes words; else why it does not. */
export const closedThread = (status: Status): ClosedThread | null => CLOSED[status];

export type ThreadState = {
  /** How many messages there are. */
  count: number;
  /** Since when the supplier waits for an answer: the first message after the last answer. */
  waitingSince: Date | null;
};

/**
 * Whose turn it is to speak, from the words in order. A wish for more time has its own answer, the due
 * date, so it neither waits here nor answers. A closed thread waits for nobody.
 */
export function threadState(
  words: readonly { type: WordEvent; at: Date }[],
  status: Status,
): ThreadState {
  const count = words.length;
  const last = words.at(-1);
  if (!last || closedThread(status)) return { count, waitingSince: null };
  if (last.type === 'thread.answered') return { count, waitingSince: null };
  const answered = words.findLastIndex(({ type }) => type === 'thread.answered');
  return { count, waitingSince: words[answered + 1]?.at ?? last.at };
}

type Nameable = {
  /** The questions that apply. */
  applicable: readonly QuestionId[];
  /** Those that the open request asks about. */
  flagged: readonly QuestionId[];
  /** Those that were written about already, which may apply no longer. */
  named: readonly QuestionId[];
};

/** The questions that a message may be about, those flagged in the open request first. */
export function nameableQuestions({ applicable, flagged, named }: Nameable): QuestionId[] {
  const others = [...applicable, ...named].filter((id) => !flagged.includes(id));
  return [flagged, others].flatMap((ids) => QUESTION_IDS.filter((id) => ids.includes(id)));
}

export type ThreadEvent = {
  sequence: number;
  type: ThreadEventType;
  at: Date;
  side: 'supplier' | 'staff';
  /** Null where the reader may not know who it was. */
  personId: string | null;
  name: string | null;
  /** Null once redacted. */
  contents: Record<string, unknown> | null;
};

type Writing = { type: WordEvent; personId: string; questionId: QuestionId | null; text: string };

const isSame = (event: ThreadEvent, { type, personId, questionId, text }: Writing): boolean =>
  event.type === type &&
  event.personId === personId &&
  event.contents?.text === text &&
  (event.contents.questionId ?? null) === questionId;

/**
 * What becomes of words, given what was written since their writer looked: `done` when they are there
 * already (a second press, a second tab), `changed` when somebody else wrote meanwhile, else `write`.
 */
export function judgeWriting(
  since: readonly ThreadEvent[],
  writing: Writing,
): 'done' | 'changed' | 'write' {
  if (since.some((event) => isSame(event, writing))) return 'done';
  return since.some(({ personId }) => personId !== writing.personId) ? 'changed' : 'write';
}

/** So many messages a supplier's person sends about one application within a day. */
export const MOST_A_DAY = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether somebody of a supplier has sent as many as anybody may: each is told to the assessor. */
export const hasSentTooMany = (
  thread: readonly ThreadEvent[],
  { personId, side }: ThreadReader,
  now: Date,
): boolean =>
  side === 'supplier' &&
  thread.filter(
    (event) =>
      event.personId === personId &&
      event.type === 'thread.asked' &&
      now.getTime() - event.at.getTime() < DAY_MS,
  ).length >= MOST_A_DAY;

/** One entry of the thread as its reader sees it. */
export type ThreadEntry = {
  sequence: number;
  at: Date;
  by: string;
  side: ThreadEvent['side'];
  /** What was done, where it is more than a message. */
  deed: string | null;
  questionId: QuestionId | null;
  /** Words as they were typed; null where there are none. */
  text: string | null;
  redacted: boolean;
};
export type ThreadReader = { personId: string; side: ThreadEvent['side'] };

const LEFT = 'Somebody who has left';

/** Suppliers never learn a name of the staff (domain, history). */
function byWhom({ personId, side, name }: ThreadEvent, reader: ThreadReader): string {
  if (personId !== null && personId === reader.personId) return 'You';
  if (reader.side === 'supplier') return side === 'staff' ? 'The assessor' : (name ?? LEFT);
  return side === 'supplier' ? `${name ?? LEFT} (supplier)` : (name ?? LEFT);
}

const dateOf = (value: unknown): string => {
  const date = typeof value === 'string' ? parsePlainDate(value) : null;
  return date ? formatPlainDate(date) : 'another day';
};
const questionOfContents = (value: unknown): QuestionId | null =>
  QUESTION_IDS.find((id) => id === value) ?? null;

function deedOf({ type, contents }: ThreadEvent): string | null {
  if (type === 'request.extension_asked') return 'Asked for more time';
  if (type !== 'request.extended') return null;
  return contents
    ? `Changed the due date from ${dateOf(contents.before)} to ${dateOf(contents.after)}`
    : 'Changed the due date';
}

/** One event of the thread in words for whoever reads it. */
export function threadEntry(event: ThreadEvent, reader: ThreadReader): ThreadEntry {
  const { sequence, at, type, side, contents } = event;
  const text = type === 'request.extension_asked' ? contents?.reason : contents?.text;
  return {
    ...{ sequence, at, side, by: byWhom(event, reader), deed: deedOf(event) },
    questionId: questionOfContents(contents?.questionId),
    text: typeof text === 'string' ? text : null,
    redacted: contents === null,
  };
}

/** How much of a thread is shown at once; a page is read with one entry more. */
export const THREAD_ENTRIES = 50;

export type ThreadPage = {
  entries: ThreadEntry[];
  /** Where the page before begins, or null at the start of the thread. */
  earlier: number | null;
  /** The place of the last entry, which a form carries; 0 when there is none. */
  seen: number;
  /** The questions written about. */
  named: QuestionId[];
  /** What the last message was about, while it is the other side's. */
  lastAbout: QuestionId | null;
};

/** The latest entries as read, in order, for one reader. */
export function threadPage(events: readonly ThreadEvent[], reader: ThreadReader): ThreadPage {
  const entries = events.slice(-THREAD_ENTRIES).map((event) => threadEntry(event, reader));
  const words = entries.filter(({ deed }) => deed === null);
  const last = words.at(-1);
  const waits = last !== undefined && last.side !== reader.side;
  return {
    entries,
    earlier: events.length > THREAD_ENTRIES ? (entries[0]?.sequence ?? null) : null,
    seen: entries.at(-1)?.sequence ?? 0,
    named: [...new Set(entries.flatMap(({ questionId }) => questionId ?? []))],
    lastAbout: waits ? last.questionId : null,
  };
}
