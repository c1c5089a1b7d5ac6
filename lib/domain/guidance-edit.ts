import {
  type Guidance,
  OTHER_REASON,
  questionUnder,
  type ReasonText,
  reasonText,
} from './guidance';
import type { AddedId, CoveragePoint, QuestionId, ReasonId } from './questions/types';

/** What a manager wants of one question; an id of null is new. The reasons are without 'other'. */
export type GuidanceEdit = {
  questionId: QuestionId;
  points: readonly { id: string | null; text: string }[];
  reasons: readonly { id: ReasonId | null; text: string }[];
};

/** Gives what is new an id that no version before had, since it holds this version's number. */
function numbered<T extends string>(
  wanted: readonly { id: T | null; text: string }[],
  number: number,
): { id: T | AddedId; text: string }[] {
  let last = 0;
  return wanted.map(({ id, text }) => {
    if (id !== null) return { id, text };
    last += 1;
    return { id: `v${number}-${last}`, text };
  });
}

/**
 * The version after `before` with one question as it is wanted; everything else stays. A reason that
 * is offered for several questions is reworded for all of them; 'other' stays, last.
 */
export function edited(before: Guidance, edit: GuidanceEdit): Guidance {
  const number = before.number + 1;
  const points: CoveragePoint[] = numbered(edit.points, number);
  const reasons: ReasonText[] = numbered(edit.reasons, number);
  const reworded = new Map(reasons.map((reason) => [reason.id, reason.text]));
  const known = new Set(before.reasons.map(({ id }) => id));
  return {
    number,
    points: { ...before.points, [edit.questionId]: points },
    reasons: [
      ...before.reasons.map(({ id, text }) => ({ id, text: reworded.get(id) ?? text })),
      ...reasons.filter(({ id }) => !known.has(id)),
    ],
    offered: {
      ...before.offered,
      [edit.questionId]: [...reasons.map(({ id }) => id), OTHER_REASON],
    },
  };
}

export type GuidanceChange = {
  /** Null: of a reason, wherever it is offered. */
  questionId: QuestionId | null;
  what: 'point' | 'reason';
  how: 'added' | 'withdrawn' | 'reworded' | 'reordered';
  before: string;
  after: string;
};

type Text = { id: string; text: string };

function changesIn(
  of: Pick<GuidanceChange, 'questionId' | 'what'>,
  before: readonly Text[],
  after: readonly Text[],
): GuidanceChange[] {
  const find = (all: readonly Text[], id: string) => all.find((each) => each.id === id);
  const kept = after.filter(({ id }) => find(before, id));
  const earlier = before.filter(({ id }) => find(after, id));
  const moved = kept.some(({ id }, place) => earlier[place]?.id !== id);
  return [
    ...after
      .filter(({ id }) => !find(before, id))
      .map(({ text }) => ({ ...of, how: 'added' as const, before: '', after: text })),
    ...before
      .filter(({ id }) => !find(after, id))
      .map(({ text }) => ({ ...of, how: 'withdrawn' as const, before: text, after: '' })),
    ...kept
      .map(({ id, text }) => ({ was: find(before, id)?.text ?? '', text }))
      .filter(({ was, text }) => was !== text)
      .map(({ was, text }) => ({ ...of, how: 'reworded' as const, before: was, after: text })),
    ...(moved ? [{ ...of, how: 'reordered' as const, before: '', after: '' }] : []),
  ];
}

/** What changed from one version to another, by question; a reworded reason is told once. None: the same. */
export function guidanceChanges(before: Guidance, after: Guidance): GuidanceChange[] {
  const ids = Object.keys({ ...before.offered, ...after.offered }) as QuestionId[];
  const offered = (guidance: Guidance, id: QuestionId) =>
    // In the same words on both sides: a reworded reason is told below.
    questionUnder(guidance, id).reasons.map((reason) => ({
      id: reason,
      text: reasonText(after, reason),
    }));
  const known = after.reasons.filter(({ id }) => before.reasons.some((each) => each.id === id));
  return [
    ...ids.flatMap((questionId) => [
      ...changesIn(
        { questionId, what: 'point' },
        questionUnder(before, questionId).coveragePoints,
        questionUnder(after, questionId).coveragePoints,
      ),
      ...changesIn(
        { questionId, what: 'reason' },
        offered(before, questionId),
        offered(after, questionId),
      ),
    ]),
    ...changesIn({ questionId: null, what: 'reason' }, before.reasons, known).filter(
      ({ how }) => how === 'reworded',
    ),
  ];
}
