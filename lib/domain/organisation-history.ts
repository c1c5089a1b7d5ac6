import { formatPlainDate, parsePlainDate } from './dates';
import type { EventType } from './events';
import { PROFILES } from './questions/types';

/** The events of an organisation's chain that are about its details. */
export const DETAIL_EVENTS = [
  ...(['organisation.added', 'organisation.changed', 'product.added', 'product.changed'] as const),
  ...(['organisation.succeeded', 'organisation.succession_ended'] as const),
  'organisation.acted_for',
] as const satisfies readonly EventType[];

const FIELDS: Record<string, string> = {
  name: 'Name',
  odsCode: 'ODS code',
  dsptIdentifier: 'DSPT identifier',
  profile: 'Profile',
  agreementSignedOn: 'Agreement signed',
  availableFrom: 'Available from',
  predecessor: 'Organisation',
  successor: 'Now part of',
  effectiveOn: 'Since',
  standing: 'Record',
};

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function words(value: unknown): string {
  if (typeof value !== 'string' || value === '') return 'not known';
  const date = parsePlainDate(value);
  if (date) return formatPlainDate(date);
  const profile = Object.entries(PROFILES).find(([id]) => id === value)?.[1].label;
  return `‘${profile ?? value}’`;
}

/**
 * What an event changed of a supplier's details, a line each: 'ODS code: from ‘A1’ to ‘B2’'. One that
 * holds nothing before says what was entered. What was taken out has no lines.
 */
export function detailLines(contents: Record<string, unknown> | null): string[] {
  const held = contents ?? {};
  const [before, after] = [recordOf(held.before), recordOf(held.after ?? held)];
  const product = typeof held.product === 'string' ? [`Product: ‘${held.product}’`] : [];
  const lines = Object.entries(FIELDS).flatMap(([field, label]) => {
    if (!(field in after)) return [];
    if (!('before' in held)) return after[field] ? [`${label}: ${words(after[field])}`] : [];
    if (before[field] === after[field]) return [];
    return [`${label}: from ${words(before[field])} to ${words(after[field])}`];
  });
  return [...product, ...lines];
}
