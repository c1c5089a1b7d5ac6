import { approvalSentence, readFoundChanges } from './approval-words';
import { londonDate } from './clock';
import { questionName } from './completeness';
import { formatPlainDate, parsePlainDate } from './dates';
import { OUTCOME_LABELS, type Outcome } from './decision';
import { EVENTS, type EventType } from './events';
import { SCAN_STATES, type ScanState } from './evidence-download';
import { ONBOARDING_TELLERS } from './onboarding-history';
import { findQuestion } from './questions/catalogue';
import { upperFirst } from './text';

export type ToldEvent = {
  sequence: number;
  type: string;
  at: Date;
  side: 'supplier' | 'staff' | 'system';
  /** The colleague's name, or null for staff and the portal. */
  colleague: string | null;
  /** Null once redacted. */
  contents: Record<string, unknown> | null;
};
/** One entry as suppliers read it; `quoted` is text as somebody wrote it. */
export type TimelineEntry = {
  sequence: number;
  at: Date;
  title: string;
  by: string;
  lines: string[];
  quoted: string | null;
  /** The questions whose answers were saved, for an entry that is nothing but saves. */
  saved: string[];
};

const isEvent = (type: string): type is EventType => Object.hasOwn(EVENTS, type);
const textOf = (contents: Record<string, unknown>, name: string): string =>
  typeof contents[name] === 'string' ? contents[name] : '';
const dateOf = (contents: Record<string, unknown>, name: string): string => {
  const date = parsePlainDate(textOf(contents, name));
  return date ? formatPlainDate(date) : '';
};
const nameOf = (id: unknown): string => {
  const question = typeof id === 'string' ? findQuestion(id) : null;
  return question ? questionName(question) : '';
};
const namesOf = (ids: unknown): string[] =>
  Array.isArray(ids) ? ids.map(nameOf).filter((name) => name !== '') : [];
const asked = (contents: Record<string, unknown>): string[] =>
  namesOf(
    Array.isArray(contents.questions)
      ? contents.questions.map((item: { questionId?: unknown }) => item.questionId)
      : [],
  );

type Told = { title?: string; lines?: string[]; quoted?: string };
type Teller = (contents: Record<string, unknown>) => Told;

const ofFile: Teller = (c) => ({ lines: [textOf(c, 'name')] });

const ofMessage: Teller = (c) => ({
  lines: [nameOf(c.questionId) && `About ${nameOf(c.questionId)}`],
  quoted: textOf(c, 'text'),
});

/** Events that say more than their label. */
const TELLERS: Partial<Record<EventType, Teller>> = {
  'application.started': (c) => ({ lines: [`For ${textOf(c, 'product')}`] }),
  'answer.saved': (c) => ({ title: `Answer saved: ${nameOf(c.questionId)}` }),
  'question.unlocked': (c) => ({
    lines: namesOf(c.questionIds).map(upperFirst),
    quoted: textOf(c, 'reason'),
  }),
  'application.submitted': (c) => ({
    ...(Number(c.round) > 1 && { title: `Declaration submitted again, round ${c.round}` }),
    lines: [`Declared by ${textOf(c, 'signatory')}`],
  }),
  'application.withdrawn': (c) => ({ quoted: textOf(c, 'reason') }),
  'request.sent': (c) => ({
    lines: [...asked(c).map(upperFirst), `Due ${dateOf(c, 'dueOn')}`],
    quoted: textOf(c, 'message'),
  }),
  'request.extension_asked': (c) => ({ quoted: textOf(c, 'reason') }),
  'request.extended': (c) => ({
    lines: [`From ${dateOf(c, 'before')} to ${dateOf(c, 'after')}`],
  }),
  'request.cancelled': (c) => ({ quoted: textOf(c, 'reason') }),
  'request.expired': (c) => ({
    lines: [`No answer came by ${dateOf(c, 'dueOn')} or in the 10 working days after it`],
  }),
  'thread.asked': ofMessage,
  'thread.answered': ofMessage,
  'decision.confirmed': (c) => ({
    title: `Decision: ${(OUTCOME_LABELS[c.outcome as Outcome] ?? '').toLowerCase()}`,
    quoted: textOf(c, 'reasons'),
  }),
  'condition.met': (c) => ({
    lines: [upperFirst(nameOf(c.questionId))],
    quoted: textOf(c, 'text'),
  }),
  'evidence.attached': ofFile,
  'evidence.dated': ofFile,
  'evidence.removed': ofFile,
  'evidence.checked': (c) => ({
    lines: [textOf(c, 'name'), SCAN_STATES[c.scan as ScanState]?.label ?? ''],
  }),
  'evidence.downloaded': ofFile,
  'evidence.read': ofFile,
  'review.upheld': (c) => ({ quoted: textOf(c, 'reason') }),
  'approval.judged': (c) => ({ lines: readFoundChanges(c.found).map(approvalSentence) }),
  'approval.superseded': (c) => ({ lines: [`By the approval of ${textOf(c, 'by')}`] }),
  ...ONBOARDING_TELLERS,
};

/** Suppliers never learn a name of the staff (domain, history). */
function byWhom({ side, colleague, type }: ToldEvent): string {
  if (side === 'system') return 'the portal';
  if (side === 'supplier') return colleague ?? 'somebody who has left';
  if (type === 'review.upheld') return 'a manager';
  return /^(decision|approval)\./.test(type) ? 'a second person' : 'the assessor';
}

/** One event in plain words for the supplier whose case it is. */
export function tellEvent(event: ToldEvent): TimelineEntry {
  const { sequence, at, type, contents } = event;
  const label = isEvent(type) ? EVENTS[type].label : type;
  const told = (contents && isEvent(type) && TELLERS[type]?.(contents)) || {};
  const gone = contents === null ? ['The words of this entry were taken out.'] : [];
  return {
    ...{ sequence, at, by: byWhom(event) },
    saved: type === 'answer.saved' && contents ? [nameOf(contents.questionId)] : [],
    title: told.title ?? label,
    lines: [...(told.lines ?? []).filter((line) => line !== ''), ...gone],
    quoted: told.quoted?.trim() ? told.quoted : null,
  };
}

const together = (above: TimelineEntry, entry: TimelineEntry): boolean =>
  above.saved.length > 0 &&
  entry.saved.length > 0 &&
  above.by === entry.by &&
  londonDate(above.at) === londonDate(entry.at);

/** Saves by one person on one day in a row become one entry, at the time of the last; newest first. */
export function foldSaves(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const folded: TimelineEntry[] = [];
  for (const entry of entries) {
    const above = folded.at(-1);
    if (above && together(above, entry)) {
      const saved = [...new Set([...entry.saved, ...above.saved])];
      folded[folded.length - 1] = { ...above, saved };
    } else folded.push(entry);
  }
  return folded.map((entry) =>
    entry.saved.length > 1
      ? {
          ...entry,
          title: `${entry.saved.length} answers saved`,
          lines: entry.saved.map(upperFirst),
        }
      : entry,
  );
}
