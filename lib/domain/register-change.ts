import type { PlainDate } from './dates';
import { judgeDspt } from './dspt';
import type { RegisterRow } from './register-file';
import { isSameName } from './same-name';

/** What a new snapshot says otherwise of an organisation than the one before it. */
export const REGISTER_CHANGES = {
  newly_stale: { label: 'No longer passes', colour: 'red' },
  newly_passing: { label: 'Passes now', colour: 'green' },
  vanished: { label: 'Left the register', colour: 'orange' },
  appeared: { label: 'New in the register', colour: 'blue' },
  renamed: { label: 'Renamed', colour: 'yellow' },
} as const;
export type RegisterChange = keyof typeof REGISTER_CHANGES;

/** One organisation's row in a snapshot, and the day on which that one is judged. */
export type JudgedRow = { entry: RegisterRow | null; on: PlainDate };

const passes = ({ entry, on }: JudgedRow): boolean =>
  entry !== null && judgeDspt(entry, on).verdict === 'passes';

/**
 * What changed from one snapshot to the next, each judged on its own day (the DSPT rules): 'vanished'
 * is said only by a snapshot that holds every organisation. Nothing changed: an empty list.
 */
export function registerChanges(
  before: JudgedRow,
  after: JudgedRow & { complete: boolean },
): RegisterChange[] {
  if (!after.entry) return before.entry && after.complete ? ['vanished'] : [];
  const changes: RegisterChange[] = [];
  if (!before.entry) changes.push('appeared');
  if (passes(before) && !passes(after)) changes.push('newly_stale');
  if (!passes(before) && passes(after)) changes.push('newly_passing');
  if (before.entry && !isSameName(before.entry.name, after.entry.name)) changes.push('renamed');
  return changes;
}
