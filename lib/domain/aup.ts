import type { PlainDate } from './dates';

/** A version of the EUO acceptable use policy, and its first day in force. */
export type AupVersion = { version: string; inForceFrom: PlainDate };

/** A version as it is compared: case, outer spaces and a 'v' or 'version' before it aside. */
export const foldAupVersion = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^v(?:ersion)?\.?\s*(?=[0-9])/, '')
    .replace(/\s+/g, ' ');

/** The version in force on a day: the latest that had begun; null before the first. */
export function aupInForce<V extends AupVersion>(versions: readonly V[], on: PlainDate): V | null {
  return versions.reduce<V | null>(
    (found, one) =>
      one.inForceFrom <= on && (!found || one.inForceFrom > found.inForceFrom) ? one : found,
    null,
  );
}
