// Free of zod on purpose: the character counter in the browser imports this file at once, the
// schemas (text-schema.ts) only on first use.

/** The longest 'Details' that may be submitted, in characters as `countCharacters` counts them. */
export const MAX_DETAILS = 2000;
/** The longest draft that is kept: typing past MAX_DETAILS is never blocked, without bound it is. */
export const MAX_DRAFT = 20_000;

/** The form in which text is stored, counted and compared: LF for CRLF and for a lone CR, and NFC. */
export function normaliseText(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC');
}

/** Characters (Unicode code points) after normalising: the same number in the browser and on the server. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of normaliseText(text)) count += 1;
  return count;
}

// The two overrides make text read otherwise than it is stored, which a frozen declaration must
// not; real right-to-left text needs none of them. Marks, embeddings and isolates stay allowed.
const FORBIDDEN = /(?![\n\t])[\p{Cc}\p{Surrogate}\u202d\u202e]/u;

/**
 * Whether text holds what may not be stored: NUL and other control characters save LF and TAB, half
 * a surrogate pair, or a bidirectional override. Emoji, joiners and right-to-left text are fine.
 */
export function hasForbiddenCharacters(text: string): boolean {
  return FORBIDDEN.test(normaliseText(text));
}

/** Whether nothing visible was typed: only spaces, line ends or characters of no width. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(text);
}

type TextRule = { what: string; max: number; required: boolean; oneLine?: boolean };

/**
 * The sentence that says what is wrong with a text, or null. `what` names it as it would begin a
 * sentence ('Details', 'Product name'). One problem at a time: empty, forbidden characters, more
 * than one line, too long.
 */
export function textProblem(text: string, rule: TextRule): string | null {
  const { what, max, required, oneLine } = rule;
  if (required && isBlank(text)) return `Enter ${lowerFirst(what)}`;
  if (hasForbiddenCharacters(text)) return `${what} must not include hidden control characters`;
  if (oneLine && /[\n\r\t\u2028\u2029]/.test(text)) return `${what} must be on one line`;
  if (countCharacters(text) > max) return `${what} must be ${max} characters or fewer`;
  return null;
}

/** 'Date of birth' to 'date of birth', while 'ODS code' stays: for a phrase inside a sentence. */
export function lowerFirst(phrase: string): string {
  return /^\p{Lu}\p{Lu}/u.test(phrase) ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1);
}

/** 'organisation details' as a phrase begins: 'Organisation details'. */
export const upperFirst = (phrase: string): string =>
  phrase.charAt(0).toUpperCase() + phrase.slice(1);
