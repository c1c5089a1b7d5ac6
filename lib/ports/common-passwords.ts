import { dictionary } from '@zxcvbn-ts/language-common';

let known: Set<string> | undefined;

/** Drops what people add at either end to satisfy a rule: 'Summer2026!' is 'summer'. */
const core = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** 'summersummer' is 'summer', and 'aaaa…' is 'a'. */
function once(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, at);
}

/** Whether a password is one of about 49,000 that are guessed first, or one with little added. */
export function isCommonPassword(password: string): boolean {
  known ??= new Set(dictionary['passwords-common']);
  const folded = password.toLowerCase();
  const plain = core(folded);
  const forms = [folded, once(folded), plain, once(plain), folded.replace(/[^\p{L}\p{N}]/gu, '')];
  // Without two different letters in a row there is nothing but digits, marks or repetition.
  return plain.length < 2 || forms.some((form) => form.length < 4 || known?.has(form));
}
