import type { Calendar } from './calendar';
import { workingDaysBetween } from './clock';
import { addDays, type PlainDate } from './dates';
import { periodOf } from './figure-periods';

const HOURS_OF_A_WORKING_DAY = 7.5;
const DAYS_LOOKED_AT = 90;
/** Fewer cases than this say nothing of a pace. */
const FEWEST_DECIDED = 10;

/** The first day whose decisions count: the Monday of the week that 90 days ago lies in. */
export const paceSince = (today: PlainDate): PlainDate =>
  periodOf('week', addDays(today, -DAYS_LOOKED_AT));

export type Pace = {
  since: PlainDate;
  decided: number;
  /** How many assessors' cases those were. */
  assessors: number;
  workingDays: number;
  /** The hours of one assessor for one case; null where too few were decided to say. */
  hoursEach: number | null;
};

/**
 * How long a case takes an assessor at the current pace, which is what 'the assessor hours it will cost'
 * multiplies by the cases (LAPSE_CASES says which endings bring one): the working days of every assessor who had a
 * case decided since `since`, of 7.5 hours each, by the cases decided in them. An inference of ours,
 * and an upper bound: assessors do other things as well. Nothing where fewer than 10 were decided.
 */
export function assessorPace(
  calendar: Calendar,
  { decided, assessors }: Pick<Pace, 'decided' | 'assessors'>,
  today: PlainDate,
): Pace {
  const since = paceSince(today);
  const workingDays = workingDaysBetween(calendar, addDays(since, -1), today);
  const known = decided >= FEWEST_DECIDED && assessors > 0;
  const hoursEach = known ? (assessors * workingDays * HOURS_OF_A_WORKING_DAY) / decided : null;
  return { since, decided, assessors, workingDays, hoursEach };
}

/** The hours of assessors that so many cases take at a pace, to the whole hour; null where it is not known. */
export const hoursFor = ({ hoursEach }: Pace, cases: number): number | null =>
  hoursEach === null ? null : Math.round(hoursEach * cases);
