import type { ApprovalChange } from './approval-change';
import type { PlainDate } from './dates';
import { type RegisterId, snapshotTitle } from './register';

/** Why every live approval and onboarding is judged again. */
export const JUDGING_CAUSES = {
  register: 'A new file of a register',
  aup: 'A new version of the AUP',
  clock: 'A new day',
} as const;
export type JudgingCause = keyof typeof JUDGING_CAUSES;

/** The cause of a run, with the file or the version that brought it, where one did. */
export type JudgingReason = {
  cause: JudgingCause;
  register: RegisterId | null;
  asOf: PlainDate | null;
  aupVersion: string | null;
};

/** A cause in words: 'A new DSPT register of 1 November 2026', 'AUP version 2', 'A new day'. */
export function judgingTitle({ cause, register, asOf, aupVersion }: JudgingReason): string {
  if (register && asOf) return `A new ${snapshotTitle(register, asOf)}`;
  return aupVersion === null ? JUDGING_CAUSES[cause] : `AUP version ${aupVersion}`;
}

/** A run of judging, from its cause on. */
export const JUDGING_STATES = ['waiting', 'running', 'done'] as const;
export type JudgingState = (typeof JUDGING_STATES)[number];

/** How far a run is: onboardings of all, and approvals in force of all. */
export type JudgedSoFar = {
  state: JudgingState;
  total: number;
  judged: number;
  approvals: number;
  approvalsJudged: number;
};

/** What judging again finds of one onboarding; kept, so never renamed. */
export const JUDGING_CHANGES = {
  lapsed: { label: 'Lapsed', colour: 'orange' },
  failing: { label: 'No longer ready', colour: 'red' },
  passing: { label: 'Ready now', colour: 'green' },
  otherwise: { label: 'Not ready for another reason', colour: 'grey' },
  vanished: { label: 'Left the register', colour: 'orange' },
  renamed: { label: 'Renamed in the register', colour: 'yellow' },
} as const;
export type JudgingChange = keyof typeof JUDGING_CHANGES;
export const JUDGING_CHANGE_IDS = Object.keys(JUDGING_CHANGES) as JudgingChange[];

/** What a run found, by how many. */
export type JudgingFound = {
  onboardings: Partial<Record<JudgingChange, number>>;
  approvals: Partial<Record<ApprovalChange, number>>;
};
