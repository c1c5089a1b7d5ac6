import { seal, unseal } from '@/lib/auth/keys';
import type { PersonActor } from '@/lib/domain/permissions';
import { STAYS, type StaysBecause } from '@/lib/domain/reassign';
import { formatCount, joinWords } from '@/lib/format';

export type Reassigned = {
  moved: number;
  to: string;
  kept: { reference: string; because: StaysBecause }[];
};

type Reader = Pick<PersonActor, 'personId'>;
const contextOf = ({ personId }: Reader): string => `reassigned by ${personId}`;
/** Long enough to read it and to come back to it. */
const TOLD_MINUTES = 10;

/**
 * The outcome as an address carries it past the redirect: sealed for whoever did it, since an address
 * in plain words could be made by anybody and tell of what never happened.
 */
export function writeReassigned(outcome: Reassigned, by: Reader, at: Date): URLSearchParams {
  const text = JSON.stringify({ ...outcome, at: at.getTime() });
  return new URLSearchParams({ reassigned: seal(text, contextOf(by)) });
}

type Query = Record<string, string | string[] | undefined>;

/** Reads it back; null when the address tells of none, of another's, or of what is long past. */
export function readReassigned(query: Query, reader: Reader, now: Date): Reassigned | null {
  const text = typeof query.reassigned === 'string' ? query.reassigned : '';
  const said = unseal(text, contextOf(reader));
  if (said === null) return null;
  const { at, ...outcome } = JSON.parse(said) as Reassigned & { at: number };
  return now.getTime() - at <= TOLD_MINUTES * 60_000 ? outcome : null;
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
