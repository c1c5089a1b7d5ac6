import { typedOf } from '@/app/upload-answer';
import { type EvidenceProblem, evidenceProblem, isEvidenceProblem } from '@/lib/domain/evidence';
import type { FormValues } from '@/lib/domain/form-state';
import { REGISTER_FIELDS } from '@/lib/domain/register-form';

const OTHERS = {
  not_a_form: 'The file did not arrive. Select it again.',
  not_csv: 'The selected file must be a CSV',
  date: 'Select the file again. It could not be kept while the other answers were not complete.',
} as const;

/** Why a register's file was not taken; stands in addresses, so never renamed. */
export type Refusal = EvidenceProblem | keyof typeof OTHERS;

export const isRefusal = (text: string): text is Refusal =>
  isEvidenceProblem(text) || Object.hasOwn(OTHERS, text);

export function refusalWords(why: Refusal): string {
  if (why === 'wrong_kind' || why === 'wrong_content') return OTHERS.not_csv;
  return isEvidenceProblem(why) ? evidenceProblem(why) : OTHERS[why];
}

/** What was typed with an upload, as the form or the address holds it; empty fields are left out. */
export const typedIn = (fields: Record<string, string | string[] | undefined>): FormValues =>
  typedOf(REGISTER_FIELDS, fields);
