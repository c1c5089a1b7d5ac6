import { evidenceProblem, isEvidenceProblem } from '@/lib/domain/evidence';

const OTHERS: Record<string, string> = {
  closed: 'This question is closed now, so its files cannot be changed.',
  not_a_form: 'The files did not arrive. Select them again.',
};

/** The words of a refusal that the address names; null for none, or for one that does not exist. */
export function wordsOf(refused: string | string[] | undefined): string | null {
  if (typeof refused !== 'string') return null;
  if (isEvidenceProblem(refused)) return evidenceProblem(refused);
  return Object.hasOwn(OTHERS, refused) ? (OTHERS[refused] ?? null) : null;
}
