import { type EvidenceProblem, evidenceProblem, isEvidenceProblem } from '@/lib/domain/evidence';

const OTHERS = {
  closed: 'This question is closed now, so its files cannot be changed.',
  not_a_form: 'The files did not arrive. Select them again.',
  not_replaceable: 'This file cannot be replaced any more. Its newer file is in the list.',
} as const;

/** Why files were not taken; stands in addresses, so never renamed. */
export type Refusal = EvidenceProblem | keyof typeof OTHERS;

export const isRefusal = (text: string): text is Refusal =>
  isEvidenceProblem(text) || Object.hasOwn(OTHERS, text);

/** The words of a refusal; with a name they say which of several files is meant. */
export const refusalWords = (why: Refusal, name: string | null = null): string =>
  isEvidenceProblem(why) ? evidenceProblem(why, name) : OTHERS[why];
