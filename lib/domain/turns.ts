import type { Calendar } from './calendar';
import { type Holder, type Holding, type SplitClock, splitClock } from './clock';
import type { EventType } from './events';

/** Who has the case after an event, 'nobody' when it is closed; other events pass it to no one. */
const HOLDER_AFTER = {
  'application.submitted': 'assessor',
  'application.taken_back': 'supplier',
  'request.sent': 'supplier',
  'request.cancelled': 'assessor',
  'request.expired': 'assessor',
  'decision.recommended': 'second_person',
  'decision.recalled': 'assessor',
  'decision.sent_back': 'assessor',
  'decision.confirmed': 'nobody',
  'application.withdrawn': 'nobody',
  'review.upheld': 'assessor',
} as const satisfies Partial<Record<EventType, Holder | 'nobody'>>;

/** The events that pass a case from one side to another. */
export const TURN_EVENTS = Object.keys(HOLDER_AFTER) as (keyof typeof HOLDER_AFTER)[];

export type Turn = { type: (typeof TURN_EVENTS)[number]; at: Date };

/** Who had the case from when to when, from its turns in order; nothing before the first submission. */
export function holdingsOf(turns: readonly Turn[]): Holding[] {
  const start = turns.findIndex(({ type }) => type === 'application.submitted');
  if (start < 0) return [];
  return turns.slice(start).flatMap(({ type, at }, index, all): Holding[] => {
    const holder = HOLDER_AFTER[type];
    return holder === 'nobody' ? [] : [{ holder, from: at, to: all[index + 1]?.at ?? null }];
  });
}

/** A submission that was taken back again was never to be looked at. */
export const isTakenBack = (turns: readonly Pick<Turn, 'type'>[], index: number): boolean =>
  turns[index]?.type === 'application.submitted' &&
  turns[index + 1]?.type === 'application.taken_back';

/**
 * The turns whose days are counted where cases are held against each other: since the last review
 * that was upheld, as if the case had come then, and without submissions that were taken back.
 */
export function countedTurns<T extends Turn>(turns: readonly T[]): T[] {
  const since = turns.findLastIndex(({ type }) => type === 'review.upheld');
  const stretch = turns.slice(Math.max(since, 0));
  return stretch
    .filter((_, index) => !isTakenBack(stretch, index) && !isTakenBack(stretch, index - 1))
    .map((turn) =>
      turn.type === 'review.upheld' ? { ...turn, type: 'application.submitted' } : turn,
    );
}

/**
 * The working days each side had a case since it was first submitted, up to `now`; null before that.
 * Read by a supplier, who learns nothing of recommendations, the second person's days are the
 * assessor's (the clock).
 */
export function daysSoFar(
  calendar: Calendar,
  turns: readonly Turn[],
  now: Date,
): SplitClock | null {
  const holdings = holdingsOf(turns);
  return holdings.length === 0 ? null : splitClock(calendar, holdings, now);
}
