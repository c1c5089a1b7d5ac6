import type { PlainDate } from './dates';
import type { OnboardingState } from './onboarding';
import { upperFirst } from './text';

/** A spot check from its draw on; nothing of it is ever deleted. */
export const SPOT_CHECK_STATES = {
  open: { label: 'With the supplier', supplier: 'To answer', colour: 'blue' },
  answered: { label: 'To mark', supplier: 'With the assessor', colour: 'yellow' },
  closed: { label: 'Finished', supplier: 'Finished', colour: 'grey' },
  cancelled: { label: 'Cancelled', supplier: 'Cancelled', colour: 'grey' },
} as const;
export type SpotCheckState = keyof typeof SPOT_CHECK_STATES;
export const SPOT_CHECK_STATE_IDS = Object.keys(SPOT_CHECK_STATES) as SpotCheckState[];

/** Which of a supplier's end user organisations a sample is drawn from. */
export const FRAMES = {
  live: { label: 'Live', states: ['live'] },
  held: { label: 'Live and suspended', states: ['live', 'suspended'] },
} as const satisfies Record<string, { label: string; states: readonly OnboardingState[] }>;
export type FrameId = keyof typeof FRAMES;
export const FRAME_IDS = Object.keys(FRAMES) as FrameId[];

/** The frame's conditions in words: 'Live, of every product'. */
export const frameWords = (frame: FrameId, product: string | null): string =>
  `${FRAMES[frame].label}, of ${product === null ? 'every product' : product}`;

export const MOST_IN_A_SAMPLE = 50;

/** What a seed may hold: visible characters of ASCII, so that everybody hashes the same bytes. */
export const SEED = /^[\x21-\x7e](?:[\x20-\x7e]{0,62}[\x21-\x7e])?$/;

/**
 * Whether the evidence may be marked: once the supplier sent it, or once its due date has passed
 * without an answer. An inference of ours.
 */
export const mayMark = (
  { state, dueOn }: { state: SpotCheckState; dueOn: PlainDate },
  today: PlainDate,
): boolean => state === 'answered' || (state === 'open' && dueOn < today);

/** Whether it may still be cancelled: until it is finished. */
export const mayCancel = (state: SpotCheckState): boolean =>
  state === 'open' || state === 'answered';

export type SpotCheckResult = { satisfactory: number; of: number };

/** '4 of 5 satisfactory'. */
export const resultWords = ({ satisfactory, of }: SpotCheckResult): string =>
  `${satisfactory} of ${of} satisfactory`;

/** 'Spot check 2', as people call it: they are counted for each supplier. */
export const spotCheckName = (number: number): string => `Spot check ${number}`;

/** What is said of an organisation that is in another state than when it was drawn; null in the same. */
export const sinceDrawn = (then: string, now: string): string | null =>
  then === now ? null : upperFirst(`${then} when it was drawn, ${now} now`);
