import { ASSURANCE_CAUSES, type AssuranceCause } from './assurance';
import { addDays, addMonths, type PlainDate, parsePlainDate } from './dates';
import { isId } from './ids';

/** What ends an assurance; 'nothing': no status passes that was declared. */
export type LapseCause = AssuranceCause | 'nothing';
export const LAPSE_CAUSES: Record<LapseCause, { label: string; phrase: string }> = {
  dspt_edition: { label: 'DSPT edition', phrase: 'DSPT edition ends' },
  agreement_anniversary: { label: 'Agreement', phrase: 'Agreement has its anniversary' },
  certificate: { label: 'Certificate', phrase: 'ISMS certificate expires' },
  nothing: { label: 'No status', phrase: 'No DSPT status passes' },
};

/**
 * How many cases an ending brings to an assessor, which is what its hours are counted by. A DSPT edition
 * that ends brings none: a newer passing row of the register extends the approval without anyone's doing
 * (domain, assured until). Everything else is applied for anew, and an application is one case. So for
 * what is past its last day as for what is ahead: until its case is decided, the work is still to do.
 */
const LAPSE_CASES: Record<LapseCause, 0 | 1> = {
  ...{ dspt_edition: 0, agreement_anniversary: 1, certificate: 1, nothing: 1 },
};

/** How many approvals in force have a day as their last. */
export type LapseCount = { until: PlainDate; cause: AssuranceCause | null; approvals: number };

/** How far ahead is looked, the month that it is included. */
export const MONTHS_AHEAD = 18;

const monthOf = (day: PlainDate): PlainDate => `${day.slice(0, 7)}-01` as PlainDate;
const sum = (counts: readonly LapseCount[]): number =>
  counts.reduce((all, { approvals }) => all + approvals, 0);
const casesOf = (counts: readonly LapseCount[]): number =>
  counts.reduce(
    (all, { cause, approvals }) => all + approvals * LAPSE_CASES[cause ?? 'nothing'],
    0,
  );

export type LapseMonth = {
  /** Its first day. */
  startsOn: PlainDate;
  /** How many end in it from today on, by what ends them. */
  of: Record<AssuranceCause, number>;
  approvals: number;
  /** How many of them bring an assessor a case. */
  cases: number;
};

/** The months from today on, each with how many approvals have their last day in it. */
export function lapseMonths(counts: readonly LapseCount[], today: PlainDate): LapseMonth[] {
  return Array.from({ length: MONTHS_AHEAD }, (_, index) => {
    const startsOn = addMonths(monthOf(today), index);
    const own = counts.filter(
      ({ until, cause }) => cause !== null && until >= today && monthOf(until) === startsOn,
    );
    const of = Object.fromEntries(
      ASSURANCE_CAUSES.map((id) => [id, sum(own.filter(({ cause }) => cause === id))]),
    ) as LapseMonth['of'];
    return { startsOn, of, approvals: sum(own), cases: casesOf(own) };
  });
}

export type LapseTotals = {
  /** Assured until a day before today, or by nothing. */
  lapsed: number;
  /** Within the months that are looked at. */
  ahead: number;
  later: number;
  /** All approvals in force. */
  all: number;
  /** The cases that they bring an assessor: those that lapsed, and those in the months ahead. */
  cases: { lapsed: number; ahead: number };
};

const isLapsed = ({ until, cause }: LapseCount, today: PlainDate): boolean =>
  cause === null || until < today;
/** How many of those past their last day are so by each cause. */
export const lapsedBy = (counts: readonly LapseCount[], today: PlainDate, by: LapseCause): number =>
  sum(counts.filter((one) => isLapsed(one, today) && (one.cause ?? 'nothing') === by));

/** How many approvals are past their last day, end in the months ahead, or later. */
export function lapseTotals(counts: readonly LapseCount[], today: PlainDate): LapseTotals {
  const months = lapseMonths(counts, today);
  const ahead = months.reduce((so, { approvals }) => so + approvals, 0);
  const past = counts.filter((one) => isLapsed(one, today));
  const [lapsed, all] = [sum(past), sum(counts)];
  const cases = { lapsed: casesOf(past), ahead: months.reduce((so, each) => so + each.cases, 0) };
  return { lapsed, ahead, later: all - ahead - lapsed, all, cases };
}

/** A day on which a DSPT edition ends, and how many of those assured up to then end with it. */
export type Cliff = { until: PlainDate; ending: number; standing: number };

/** The days ahead on which a DSPT edition ends for somebody (the DSPT rules: 30 June). */
export function cliffs(counts: readonly LapseCount[], today: PlainDate): Cliff[] {
  const last = addDays(addMonths(monthOf(today), MONTHS_AHEAD), -1);
  const ending = counts.filter(
    ({ until, cause }) => cause === 'dspt_edition' && until >= today && until <= last,
  );
  return ending.map(({ until, approvals }) => ({
    ...{ until, ending: approvals },
    standing: sum(counts.filter((one) => one.cause !== null && one.until >= until)),
  }));
}

/**
 * Which approvals a list shows: the next from today on, those that lapsed, or those of a month; of the
 * month that it is those from today on, which is what its figure counts.
 */
export type LapseWhich = 'next' | 'lapsed' | { month: PlainDate };
/** At most so many are asked at a time. */
export const MOST_ASKED = 40;

/** The last days that are meant, both included; null: no bound. */
export function lapseSpan(
  which: LapseWhich,
  today: PlainDate,
): { from: PlainDate | null; to: PlainDate | null } {
  if (which === 'next') return { from: today, to: null };
  if (which === 'lapsed') return { from: null, to: addDays(today, -1) };
  const thisMonth = which.month === monthOf(today);
  return { from: thisMonth ? today : which.month, to: addDays(addMonths(which.month, 1), -1) };
}

/** How many approvals a list holds in all. */
export function lapsesIn(
  counts: readonly LapseCount[],
  which: LapseWhich,
  today: PlainDate,
): number {
  if (which === 'lapsed') return lapseTotals(counts, today).lapsed;
  const { from, to } = lapseSpan(which, today);
  const within = ({ until, cause }: LapseCount) =>
    cause !== null && (from === null || until >= from) && (to === null || until <= to);
  return sum(counts.filter(within));
}

/** Where a page of the list ended: the last day, and the approval among equals. */
export type LapseCursor = { until: PlainDate; id: string };
export const writeLapseCursor = ({ until, id }: LapseCursor): string => `${until}_${id}`;

/** The cursor in an address; null when there is none or somebody changed it. */
export function readLapseCursor(text: string): LapseCursor | null {
  const [until = '', id = ''] = text.split('_');
  const day = parsePlainDate(until);
  return day && isId(id) ? { until: day, id } : null;
}

/** What to do about one that lapses, by what ends it. */
export const LAPSE_ACTIONS: Record<LapseCause, string> = {
  dspt_edition: 'Its supplier publishes the next edition, and the register extends it',
  agreement_anniversary: 'Its supplier applies to renew it',
  certificate: 'Its supplier applies again with a new certificate',
  nothing: 'Its supplier applies again',
};
