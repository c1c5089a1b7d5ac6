import type { PlainDate } from './dates';

/** The status codes of the ODS files; files of some kinds leave it empty. */
export const ODS_STATUSES = {
  A: { label: 'Active', active: true },
  C: { label: 'Closed', active: false },
  D: { label: 'Dormant', active: false },
  P: { label: 'Proposed', active: false },
  '': { label: 'No status given', active: true },
} as const;
export type OdsStatus = keyof typeof ODS_STATUSES;
export const isOdsStatus = (text: string): text is OdsStatus => Object.hasOwn(ODS_STATUSES, text);

/** Where a fact was read: a file that the staff uploaded, or the answer of the ODS API. */
export const ODS_SOURCES = ['file', 'api'] as const;
export type OdsSource = (typeof ODS_SOURCES)[number];

/** What ODS says of a code as at `asOf`. */
export type OdsKnown = {
  state: 'active' | 'inactive';
  name: string;
  address: string;
  postcode: string;
  openedOn: PlainDate | null;
  /** The first day on which it is closed. */
  closedOn: PlainDate | null;
  asOf: PlainDate;
  source: OdsSource;
};

/**
 * What is known of a code: ODS has it; ODS answered that it has none (`unknown`); or nobody has
 * checked, since no source is there at all or none of those there covers it.
 */
export type OdsFact =
  | OdsKnown
  | { state: 'unknown'; asOf: PlainDate }
  | { state: 'unchecked'; why: 'no_source' | 'not_covered' };
export type OdsState = OdsFact['state'];

/**
 * How a code stood on a day (the ODS rules): active from the day it opened until the day before it
 * closed. One that is inactive and not closed, as a dormant or proposed one, was so on every day, as
 * far as anybody knows. `unknown` and `unchecked` stay what they are.
 */
export function odsStateOn(fact: OdsFact, day: PlainDate): OdsState {
  if (fact.state === 'unknown' || fact.state === 'unchecked') return fact.state;
  const { state, openedOn, closedOn, asOf } = fact;
  if (openedOn && day < openedOn) return 'inactive';
  const closes = closedOn && (state === 'active' || closedOn <= asOf) ? closedOn : null;
  if (closes) return day < closes ? 'active' : 'inactive';
  return state;
}

/** The address that ODS has of a code, in one line; '' where it has none. */
export const odsAddress = (fact: OdsFact): string =>
  fact.state === 'active' || fact.state === 'inactive'
    ? [fact.address, fact.postcode].filter(Boolean).join(', ')
    : '';
