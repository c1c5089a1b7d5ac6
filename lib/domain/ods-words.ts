import { formatPlainDate, type PlainDate } from './dates';
import { type OdsFact, type OdsKnown, type OdsState, odsAddress, odsStateOn } from './ods-fact';

/** How a code stands, as a tag says it. */
export const ODS_STATES = {
  active: { label: 'Active', colour: 'green' },
  inactive: { label: 'Not active', colour: 'red' },
  unknown: { label: 'Not known', colour: 'orange' },
  unchecked: { label: 'Not checked', colour: 'grey' },
} as const satisfies Record<OdsState, { label: string; colour: string }>;

const WHY_UNCHECKED = {
  no_source: 'No ODS file is in use, so it is not checked.',
  not_covered: 'No ODS file in use holds this code, so it is not checked.',
} as const;

const sourceWords = ({ asOf, source }: Pick<OdsKnown, 'asOf' | 'source'>): string =>
  `${source === 'file' ? 'file of' : 'asked on'} ${formatPlainDate(asOf)}`;

function standing(fact: OdsKnown, today: PlainDate): string {
  const { openedOn, closedOn } = fact;
  const active = odsStateOn(fact, today) === 'active';
  if (active) return closedOn ? `active until it closes on ${formatPlainDate(closedOn)}` : 'active';
  if (closedOn && closedOn <= today) return `closed since ${formatPlainDate(closedOn)}`;
  if (openedOn && openedOn > today) return `not open until ${formatPlainDate(openedOn)}`;
  return 'not active';
}

/**
 * What ODS says of a code, as a sentence for its reader: 'ODS has ACME LTD, 1 High Street, AB1 2CD
 * under this code, active (file of 1 November 2026).'
 */
export function odsWords(fact: OdsFact, today: PlainDate): string {
  if (fact.state === 'unchecked') return WHY_UNCHECKED[fact.why];
  if (fact.state === 'unknown')
    return `ODS does not know this code (asked on ${formatPlainDate(fact.asOf)}).`;
  const { name, address, postcode } = fact;
  const where = [name, address, postcode].filter(Boolean).join(', ');
  return `ODS has ${where} under this code, ${standing(fact, today)} (${sourceWords(fact)}).`;
}

/** The address that ODS has, and where that was read; '' where it has none. */
export function odsAddressWords(fact: OdsFact): string {
  const address = odsAddress(fact);
  if (address === '' || fact.state === 'unchecked' || fact.state === 'unknown') return '';
  return `${address}. From the Organisation Data Service (${sourceWords(fact)}).`;
}
