import { OUTCOME_LABELS, type Outcome } from './decision';
import { findQuestion } from './questions/catalogue';
import { VERDICT_LABELS, type Verdict } from './review';
import { type TimelineEntry, type ToldEvent, tellEvent } from './timeline';

type Contents = Record<string, unknown>;
type Told = { title?: string; lines?: string[]; quoted?: string };

const textOf = (contents: Contents, name: string): string =>
  typeof contents[name] === 'string' ? contents[name] : '';

function questionName(id: unknown): string {
  const question = typeof id === 'string' ? findQuestion(id) : null;
  return question ? (question.number ?? question.short) : 'the whole application';
}

const verdictOf = (review: unknown): string => {
  const verdict = (review as { verdict?: Verdict } | null)?.verdict;
  return verdict && Object.hasOwn(VERDICT_LABELS, verdict) ? VERDICT_LABELS[verdict].label : '';
};

const outcomeOf = (contents: Contents): string => {
  const label = OUTCOME_LABELS[textOf(contents, 'outcome') as Outcome];
  return label ? label.toLowerCase() : '';
};

/** Events that only staff read, in words. */
const TELLERS: Record<string, (contents: Contents) => Told> = {
  // The words of a draft are not for staff, so not even which question it was.
  'answer.saved': () => ({ title: 'Answer saved' }),
  'application.assigned': (c) => ({
    title: `Assigned to ${textOf(c, 'to')}`,
    lines: [textOf(c, 'from') && `Before: ${textOf(c, 'from')}`],
    quoted: textOf(c, 'note'),
  }),
  'application.put_back': (c) => ({ lines: [`Before: ${textOf(c, 'from')}`] }),
  'conflict.declared': (c) => ({ quoted: textOf(c, 'reason') }),
  'question.reviewed': (c) => {
    const before = verdictOf(c.before);
    return {
      title: `${questionName(c.questionId)} reviewed: ${verdictOf(c.after)}`,
      lines: [before && `Before: ${before}`],
      quoted: textOf((c.after ?? {}) as Contents, 'noteToSupplier'),
    };
  },
  'note.written': (c) => ({
    title: `Note for staff on ${questionName(c.questionId)}`,
    quoted: textOf(c, 'body'),
  }),
  'decision.recommended': (c) => ({
    title: `Recommended: ${outcomeOf(c)}`,
    quoted: textOf(c, 'reasons'),
  }),
  'decision.recalled': (c) => ({ title: `Recommendation recalled: ${outcomeOf(c)}` }),
  'decision.sent_back': (c) => ({
    title: `Recommendation sent back: ${outcomeOf(c)}`,
    quoted: textOf(c, 'note'),
  }),
};

/** One event in plain words for staff, who read everybody's name; `name` is null for the portal. */
export function tellStaff(event: ToldEvent, name: string | null): TimelineEntry {
  const entry = { ...tellEvent(event), by: name ?? 'the portal' };
  const told = event.contents && TELLERS[event.type]?.(event.contents);
  if (!told) return entry;
  return {
    ...entry,
    title: told.title ?? entry.title,
    lines: (told.lines ?? []).filter((line) => line !== ''),
    quoted: told.quoted?.trim() ? told.quoted : null,
  };
}
