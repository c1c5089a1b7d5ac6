import { readReference } from '@/lib/domain/reference';
import { formatCount, joinWords } from '@/lib/format';

/** Why a chosen application stayed where it was, as it follows 'Not reassigned: …, because'. */
const KEPT = {
  conflict: (_name: string, them: string) => `somebody changed ${them} while you were choosing`,
  conflict_of_interest: (name: string) => `${name} declared a conflict of interest`,
  already_theirs: (name: string, them: string) => `${name} has ${them} already`,
  wrong_status: (_name: string, them: string) => `nobody assesses ${them} any more`,
  not_found: () => 'there is no such application',
} as const;
export type KeptBecause = keyof typeof KEPT;
export type Reassigned = {
  moved: number;
  to: string;
  kept: { reference: string; because: KeptBecause }[];
};

export const isKeptBecause = (code: string): code is KeptBecause => Object.hasOwn(KEPT, code);

/** The outcome as an address carries it past the redirect. */
export function writeReassigned({ moved, to, kept }: Reassigned): URLSearchParams {
  const said = new URLSearchParams({ moved: String(moved), to });
  if (kept.length > 0) {
    said.set('kept', kept.map(({ reference, because }) => `${reference}.${because}`).join(' '));
  }
  return said;
}

type Query = Record<string, string | string[] | undefined>;

/** Reads it back; null when the address tells of none. What was tampered with is left out. */
export function readReassigned(query: Query): Reassigned | null {
  const { moved, to, kept } = query;
  if (typeof moved !== 'string' || !/^\d{1,2}$/.test(moved) || typeof to !== 'string') return null;
  const reasons = (typeof kept === 'string' ? kept : '').split(' ').flatMap((part) => {
    const [text = '', because = ''] = part.split('.');
    const reference = readReference(text);
    return reference && isKeptBecause(because) ? [{ reference, because }] : [];
  });
  return { moved: Number(moved), to, kept: reasons };
}

/** The outcome in words: what moved, and why the rest did not. */
export function reassignedWords(outcome: Reassigned, name: string) {
  const heading =
    outcome.moved === 0
      ? 'No application was reassigned'
      : `${formatCount(outcome.moved, 'application')} reassigned to ${name}`;
  const byReason = new Map<KeptBecause, string[]>();
  for (const { reference, because } of outcome.kept)
    byReason.set(because, [...(byReason.get(because) ?? []), reference]);
  const kept = [...byReason].map(
    ([because, references]) =>
      `Not reassigned: ${joinWords(references)}, because ${KEPT[because](name, references.length === 1 ? 'it' : 'them')}.`,
  );
  return { heading, kept };
}
