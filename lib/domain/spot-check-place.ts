import { type Path, paths } from '@/lib/paths';
import { isId } from './ids';

/**
 * The page of one of a sample, from the `from` of an address: the ids of the spot check and of the
 * one, a full stop between. Null for anything else, so that no address leads elsewhere.
 */
export function spotCheckPlace(from: unknown): Path | null {
  if (typeof from !== 'string') return null;
  const [check = '', item = '', ...more] = from.split('.');
  return isId(check) && isId(item) && more.length === 0 ? paths.spotCheckItem(check, item) : null;
}

/** An address of an onboarding's files that keeps where its reader came from, if it is such a place. */
export const withFrom = (path: Path, from: unknown): Path =>
  spotCheckPlace(from) === null ? path : `${path}?from=${from}`;

/** The same with something told in it. */
export const withTold = (path: Path, told: string): Path =>
  `${path}${path.includes('?') ? '&' : '?'}${told}`;
