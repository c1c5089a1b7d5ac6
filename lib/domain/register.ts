import type { PlainDate } from './dates';

/** The public registers that files describe. */
export const REGISTERS = ['dspt'] as const;
export type RegisterId = (typeof REGISTERS)[number];

/**
 * A snapshot from its upload on: `waiting` to be read, `to_confirm` where it holds so few rows that
 * somebody must say that it is right, `ready` to be asked, `refused` where it could not be read.
 */
export const SNAPSHOTS = {
  waiting: { label: 'Being read', colour: 'blue' },
  to_confirm: { label: 'Waits to be confirmed', colour: 'orange' },
  ready: { label: 'Read', colour: 'grey' },
  refused: { label: 'Could not be read', colour: 'red' },
} as const;
export type SnapshotState = keyof typeof SNAPSHOTS;
export const SNAPSHOT_STATES = Object.keys(SNAPSHOTS) as SnapshotState[];

/** Bytes of the longest file: more than twice the whole register. */
export const MOST_BYTES_OF_A_REGISTER = 20 * 1024 * 1024;

/** The day that a register is described as at, which cannot lie ahead or before there was one. */
export function asOfProblem(asOf: PlainDate, today: PlainDate): string | null {
  if (asOf > today) return 'Date of the register must be today or in the past';
  return asOf < '2018-04-01' ? 'Date of the register must be on or after 1 April 2018' : null;
}
