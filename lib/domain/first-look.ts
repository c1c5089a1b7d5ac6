import type { Status } from './application';
import { sayValue } from './charts/words';
import { monthWords } from './dashboard-filters';
import type { PlainDate } from './dates';
import { type LapseCount, lapseMonths, lapseTotals, MONTHS_AHEAD } from './lapses';
import { SOON_WORKING_DAYS } from './queue';

/** What a manager can do about an open application that comes first. */
export const FIRST_ACTS = {
  confirm: 'Confirm or send back',
  assign: 'Give it to an assessor',
  reassign: 'Give it to somebody else',
  open: 'Open it',
} as const;
export type FirstAct = keyof typeof FIRST_ACTS;

type Waiting = { status: Status; assigned: boolean; workingDaysLeft: number | null };

/**
 * The one thing to do about an open application. A recommendation waits for a second person, whoever has
 * the case; what nobody has needs somebody; what is late with an assessor may need another one. The
 * rest, and what waits for its supplier, is looked at.
 */
export function firstAct({ status, assigned, workingDaysLeft }: Waiting): FirstAct {
  if (status === 'recommended') return 'confirm';
  if (status === 'information_requested') return 'open';
  if (!assigned) return 'assign';
  return workingDaysLeft !== null && workingDaysLeft < 0 ? 'reassign' : 'open';
}

/** Whether an open application needs a manager today: late, soon due, nobody's, or to be confirmed. */
export function needsManager(one: Waiting): boolean {
  const act = firstAct(one);
  if (act === 'confirm' || act === 'assign') return true;
  return one.workingDaysLeft !== null && one.workingDaysLeft <= SOON_WORKING_DAYS;
}

type Due = { dueOn: PlainDate | null; reference: string };
/** The first due first, what has no due date last. */
export const byDue = (a: Due, b: Due): number =>
  (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.reference.localeCompare(b.reference);

const APPROVALS = { one: 'approval', many: 'approvals' };

/**
 * '1 approval is past its last day. Next, 2 end in December 2026; most, 13, in June 2027.': what lapses in
 * the months that are looked at, shortly.
 */
export function lapseSentence(counts: readonly LapseCount[], today: PlainDate): string {
  const { lapsed, all } = lapseTotals(counts, today);
  if (all === 0) return 'No approval is in force yet.';
  const past =
    lapsed === 0
      ? 'No approval is past its last day.'
      : `${sayValue(lapsed, APPROVALS)} ${lapsed === 1 ? 'is past its' : 'are past their'} last day.`;
  const ending = lapseMonths(counts, today).filter((month) => month.approvals > 0);
  const [next] = ending;
  if (!next) return `${past} None ends in the next ${MONTHS_AHEAD} months.`;
  const most = ending.reduce((top, month) => (month.approvals > top.approvals ? month : top), next);
  const peak = most === next ? '' : `; most, ${most.approvals}, in ${monthWords(most.startsOn)}`;
  const verb = next.approvals === 1 ? 'ends' : 'end';
  return `${past} Next, ${next.approvals} ${verb} in ${monthWords(next.startsOn)}${peak}.`;
}
