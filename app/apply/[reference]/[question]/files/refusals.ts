import { typedOf } from '@/app/upload-answer';
import { type EvidenceProblem, evidenceProblem, isEvidenceProblem } from '@/lib/domain/evidence';
import { EVIDENCE_DATE_FIELDS, readEvidenceDates } from '@/lib/domain/evidence-dates';
import type { FormValues } from '@/lib/domain/form-state';
import type { FieldProblem } from '@/lib/domain/result';

const OTHERS = {
  closed: 'This question is closed now, so its files cannot be changed.',
  declared: 'This file is part of a declaration now, so it cannot be removed. Replace it instead.',
  sent: 'This file was given to the assessor, so it cannot be removed.',
  gone: 'This file was removed, so its dates were not saved.',
  not_a_form: 'The files did not arrive. Select them again.',
  not_replaceable: 'This file cannot be replaced any more. Its newer file is in the list.',
  dates: 'Select the files again. They could not be kept while the dates were wrong.',
} as const;

/** Why files were not taken; stands in addresses, so never renamed. */
export type Refusal = EvidenceProblem | keyof typeof OTHERS;

export const isRefusal = (text: string): text is Refusal =>
  isEvidenceProblem(text) || Object.hasOwn(OTHERS, text);

/** The words of a refusal; with a name they say which of several files is meant. */
export const refusalWords = (why: Refusal, name: string | null = null): string =>
  isEvidenceProblem(why) ? evidenceProblem(why, name) : OTHERS[why];

/** The dates typed with an upload, as the form or the address holds them; empty ones are left out. */
export const typedIn = (fields: Record<string, string | string[] | undefined>): FormValues =>
  typedOf(EVIDENCE_DATE_FIELDS, fields);

/** What is wrong with the dates of an upload; none when all is well. */
export function dateProblems(values: FormValues): FieldProblem[] {
  const read = readEvidenceDates(values);
  return read.ok ? [] : read.problems;
}

/** What a page says that was made after a refused upload: of the files, and of the dates. */
export const uploadProblems = (refused: string, values: FormValues): FieldProblem[] =>
  isRefusal(refused)
    ? [{ field: 'file', message: refusalWords(refused) }, ...dateProblems(values)]
    : [];
