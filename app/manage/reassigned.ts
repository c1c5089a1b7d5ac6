import { STAYS, type StaysBecause } from '@/lib/domain/reassign';
import { readReference } from '@/lib/domain/reference';
import { formatCount, joinWords } from '@/lib/format';

export type Reassigned = {
  moved: number;
  to: string;
  kept: { reference: string; because: StaysBecause }[];
};

const isReason = (code: string): code is StaysBecause => Object.hasOwn(STAYS, code);

/** The outcome as an address carries it past the redirect. */
export function writeReassigned({ moved, to, kept }: Reassigned): URLSearchParams {
  const said = new URLSearchParams({ moved: String(moved), given: to });
  if (kept.length > 0) {
    said.set('kept', kept.map(({ reference, because }) => `${reference}.${because}`).join(' '));
  }
  return said;
}

type Query = Record<string, string | string[] | undefined>;

/** Reads it back; null when the address tells of none. What was tampered with is left out. */
export function readReassigned(query: Query): Reassigned | null {
  const { moved, given: to, kept } = query;
  if (typeof moved !== 'string' || !/^\d{1,2}$/.test(moved) || typeof to !== 'string') return null;
  const reasons = (typeof kept === 'string' ? kept : '').split(' ').flatMap((part) => {
    const [text = '', because = ''] = part.split('.');
    const reference = readReference(text);
    return reference && isReason(because) ? [{ reference, because }] : [];
  });
  return { moved: Number(moved), to, kept: reasons };
}

/** Who has an application now, by its reference; null for nobody. */
type Holders = ReadonlyMap<string, string | null>;

const nowWith = (reference: string, holders: Holders): string =>
  holders.has(reference)
    ? `${reference} (now with ${holders.get(reference) ?? 'nobody'})`
    : reference;

/** The outcome in words: what moved, and why the rest did not; what moved meanwhile, to whom. */
export function reassignedWords(outcome: Reassigned, name: string, holders: Holders = new Map()) {
  const heading =
    outcome.moved === 0
      ? 'No application was reassigned'
      : `${formatCount(outcome.moved, 'application')} reassigned to ${name}`;
  const byReason = new Map<StaysBecause, string[]>();
  for (const { reference, because } of outcome.kept) {
    const said = because === 'conflict' ? nowWith(reference, holders) : reference;
    byReason.set(because, [...(byReason.get(because) ?? []), said]);
  }
  const kept = [...byReason].map(
    ([because, references]) =>
      `Not reassigned: ${joinWords(references)}, because ${STAYS[because](name, references.length === 1 ? 'it' : 'them')}.`,
  );
  return { heading, kept };
}
