import { formatPlainDate, type PlainDate } from './dates';
import type { FormValues } from './form-state';
import { ONBOARDING_STATES, type OnboardingMoveId, type OnboardingState } from './onboarding';
import { goLiveWords } from './onboarding-form';
import type { FieldProblem } from './result';
import { readTypedDate, typedDateNames } from './typed-date';
import { readTypedText } from './typed-line';

const MAX_REASON = 2000;

/** The names that the forms of moves post. */
export const MOVE_FIELDS = [...typedDateNames('on'), 'reason'];

export type Move = { on: PlainDate; reason: string };
type Read = { ok: true; move: Move } | { ok: false; problems: FieldProblem[] };

/** The moves but for going live, which is decided by the verdict: what their forms ask. */
export const PLAIN_MOVES = {
  suspend: {
    title: 'Suspend',
    on: 'Date it was suspended',
    after: 'It can be made live again later, or disconnected.',
    done: 'It is suspended',
  },
  resume: {
    title: 'Make live again',
    on: 'Date it was made live again',
    after: 'It is still judged by what was true on the day it first went live.',
    done: 'It is live again',
  },
  disconnect: {
    title: 'Disconnect',
    on: 'Date it was disconnected',
    after: 'This cannot be undone. It stays on record here, and you can still add evidence to it.',
    done: 'It is disconnected',
  },
  cancel: {
    title: 'Cancel',
    on: 'Date it was cancelled',
    after: 'This cannot be undone. It stays on record here, and you can still add evidence to it.',
    done: 'It is cancelled',
  },
} as const satisfies Partial<
  Record<OnboardingMoveId, Record<'title' | 'on' | 'after' | 'done', string>>
>;
export type PlainMoveId = keyof typeof PLAIN_MOVES;
export const PLAIN_MOVE_IDS = Object.keys(PLAIN_MOVES) as PlainMoveId[];
export const isPlainMove = (text: string): text is PlainMoveId => Object.hasOwn(PLAIN_MOVES, text);

/** Reads a move as typed: its day is not ahead, nor before the state that it ends; it has a reason. */
export function readMove(
  values: FormValues,
  id: PlainMoveId,
  row: { state: OnboardingState; stateOn: PlainDate },
  today: PlainDate,
): Read {
  const problems: FieldProblem[] = [];
  const what = PLAIN_MOVES[id].on;
  const on = readTypedDate(values, 'on', what);
  if (!on.ok) problems.push(on.problem);
  else if (on.date > today)
    problems.push({ field: 'on', message: `${what} must be today or in the past` });
  else if (on.date < row.stateOn) {
    const state = ONBOARDING_STATES[row.state].label.toLowerCase();
    const message = `${what} must be on or after ${formatPlainDate(row.stateOn)}, since when it is ${state}`;
    problems.push({ field: 'on', message });
  }
  const rule = { what: 'A reason', max: MAX_REASON, required: true, severalLines: true };
  const reason = readTypedText(values, 'reason', rule, problems);
  if (problems.length > 0 || !on.ok) return { ok: false, problems };
  return { ok: true, move: { on: on.date, reason } };
}

/** Reads the day on which it went live, and why or, for an override, why all the same. */
export function readGoLive(
  values: FormValues,
  bounds: { since: PlainDate | null; today: PlainDate },
  { override }: { override: boolean },
): Read {
  const problems: FieldProblem[] = [];
  const on = readTypedDate(values, 'on', 'Go-live date');
  const wrong = on.ok ? goLiveWords(on.date, { ...bounds, state: 'live' }) : null;
  if (!on.ok) problems.push(on.problem);
  else if (wrong) problems.push({ field: 'on', message: wrong });
  const what = override ? 'A justification' : 'The note';
  const rule = { what, max: MAX_REASON, required: override, severalLines: true };
  const reason = readTypedText(values, 'reason', rule, problems);
  if (problems.length > 0 || !on.ok) return { ok: false, problems };
  return { ok: true, move: { on: on.date, reason } };
}

/**
 * Reads the day on which it went live after all, and why: not the one that stands, and not after it was
 * suspended or made live again.
 */
export function readCorrection(
  values: FormValues,
  row: { state: OnboardingState; stateOn: PlainDate; goLiveOn: PlainDate },
  bounds: { since: PlainDate | null; today: PlainDate; override: boolean },
): Read {
  const problems: FieldProblem[] = [];
  const on = readTypedDate(values, 'on', 'Go-live date');
  const wrong = on.ok
    ? (goLiveWords(on.date, { ...bounds, state: 'live' }) ?? misplaced(on.date, row))
    : null;
  if (!on.ok) problems.push(on.problem);
  else if (wrong) problems.push({ field: 'on', message: wrong });
  const rule = {
    what: bounds.override ? 'A justification' : 'A reason',
    max: MAX_REASON,
    required: true,
    severalLines: true,
  };
  const reason = readTypedText(values, 'reason', rule, problems);
  if (problems.length > 0 || !on.ok) return { ok: false, problems };
  return { ok: true, move: { on: on.date, reason } };
}

function misplaced(
  on: PlainDate,
  { state, stateOn, goLiveOn }: { state: OnboardingState; stateOn: PlainDate; goLiveOn: PlainDate },
): string | null {
  if (on === goLiveOn) return `${formatPlainDate(on)} is the go-live date already`;
  if (on <= stateOn || (state === 'live' && stateOn === goLiveOn)) return null;
  const what = state === 'live' ? 'it was made live again' : 'it was suspended';
  return `Go-live date must be on or before ${formatPlainDate(stateOn)}, when ${what}`;
}
