import { MOST_BYTES_OF_AN_IMPORT } from '@/lib/domain/euo-import';
import { type EvidenceProblem, evidenceProblem, isEvidenceProblem } from '@/lib/domain/evidence';
import { formatFileSize } from '@/lib/format';

const TOO_BIG = `The selected file must be smaller than ${formatFileSize(MOST_BYTES_OF_AN_IMPORT)}. Split it and import one part after the other`;
const NOT_CSV = "The selected file must be a CSV. In a spreadsheet, save it as 'CSV UTF-8'";
const OTHERS = {
  not_a_form: 'The file did not arrive. Select it again',
  not_csv: NOT_CSV,
  both: 'Select a file or paste rows, not both',
} as const;
/** Said of pasted rows that the form cannot show again. */
export const NOT_KEPT =
  'You pasted more rows than can be shown here again. Paste them again, or save them as a file and select it';
/** Where the words of evidence are not right for an import. */
const OWN: Partial<Record<EvidenceProblem, string>> = {
  none_chosen: 'Select a file or paste rows',
  wrong_kind: NOT_CSV,
  wrong_content: NOT_CSV,
  too_many: OTHERS.both,
  too_big: TOO_BIG,
  too_much: TOO_BIG,
};

/** Why an import's file was not taken; stands in addresses, so never renamed. */
export type Refusal = EvidenceProblem | keyof typeof OTHERS;

export const isRefusal = (text: string): text is Refusal =>
  isEvidenceProblem(text) || Object.hasOwn(OTHERS, text);

export const refusalWords = (why: Refusal): string =>
  isEvidenceProblem(why) ? (OWN[why] ?? evidenceProblem(why)) : OTHERS[why];
