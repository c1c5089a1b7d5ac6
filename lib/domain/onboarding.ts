import type { PlainDate } from './dates';
import { type Actor, can, type Permission } from './permissions';

/** What an onboarding can be (the EUO rules); `ready` is no state: it is what a planned one is judged to be. */
export const ONBOARDING_STATES = {
  planned: { label: 'Planned', colour: 'blue' },
  live: { label: 'Live', colour: 'green' },
  suspended: { label: 'Suspended', colour: 'orange' },
  disconnected: { label: 'Disconnected', colour: 'grey' },
  cancelled: { label: 'Cancelled', colour: 'grey' },
} as const;
export type OnboardingState = keyof typeof ONBOARDING_STATES;
export const ONBOARDING_STATE_IDS = Object.keys(ONBOARDING_STATES) as OnboardingState[];
export const isOnboardingState = (text: string): text is OnboardingState =>
  Object.hasOwn(ONBOARDING_STATES, text);

type OnboardingMove = {
  id: string;
  from: readonly OnboardingState[];
  to: OnboardingState;
  permission: Permission;
  /** What the button says. */
  label: string;
};

/**
 * The onboarding's machine (the EUO rules). One that is suspended may also end without going live
 * again: an inference of ours. Going live needs a verdict of ready or a written override; every move
 * has a date and a reason.
 */
export const ONBOARDING_MOVES = [
  {
    id: 'go-live',
    from: ['planned'],
    to: 'live',
    permission: 'onboarding:edit',
    label: 'Make live',
  },
  {
    id: 'suspend',
    from: ['live'],
    to: 'suspended',
    permission: 'onboarding:edit',
    label: 'Suspend',
  },
  {
    id: 'resume',
    from: ['suspended'],
    to: 'live',
    permission: 'onboarding:edit',
    label: 'Make live again',
  },
  {
    id: 'disconnect',
    from: ['live', 'suspended'],
    to: 'disconnected',
    permission: 'onboarding:edit',
    label: 'Disconnect',
  },
  {
    id: 'cancel',
    from: ['planned'],
    to: 'cancelled',
    permission: 'onboarding:edit',
    label: 'Cancel',
  },
] as const satisfies readonly OnboardingMove[];
export type OnboardingMoveId = (typeof ONBOARDING_MOVES)[number]['id'];

/** One of the table's moves. */
export type AvailableMove = (typeof ONBOARDING_MOVES)[number];

/** The moves that an actor may make from a state. */
export const availableMoves = (actor: Actor, state: OnboardingState): AvailableMove[] =>
  ONBOARDING_MOVES.filter(
    ({ from, permission }) =>
      (from as readonly OnboardingState[]).includes(state) && can(actor, permission),
  );

/** Whether an onboarding is or was live, so that it has a go-live date and is judged as at it. */
export const wentLive = (state: OnboardingState): boolean =>
  state === 'live' || state === 'suspended' || state === 'disconnected';

/** Whether it is judged again today, and can lapse. */
export const isHeld = (state: OnboardingState): boolean =>
  state === 'live' || state === 'suspended';

/** Whether it is over: then its facts stay as they are. */
export const isClosed = (state: OnboardingState): boolean =>
  state === 'disconnected' || state === 'cancelled';

/** Days for which a new onboarding that is live cannot have gone live long ago; an inference of ours. */
export const NEWLY_LIVE_DAYS = 30;

/** No product of anybody's went live anywhere before this day. */
export const FIRST_GO_LIVE: PlainDate = '1990-01-01';

/**
 * What is wrong with the day on which an organisation went or is to go live; null for a good one.
 * `since`: the first day of the product, where it is known.
 */
export function goLiveProblem(
  day: PlainDate,
  { state, since, today }: { state: OnboardingState; since: PlainDate | null; today: PlainDate },
): 'ahead' | 'before_product' | 'too_early' | null {
  if (wentLive(state) && day > today) return 'ahead';
  if (since && day < since) return 'before_product';
  return day < FIRST_GO_LIVE ? 'too_early' : null;
}
