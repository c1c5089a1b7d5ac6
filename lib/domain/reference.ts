/**
 * Digits and letters that cannot be taken for one another: without 0 1 I L O, and without S B Z U,
 * which pass for 5 8 2 V in handwriting. Without A and E too, so that no word appears.
 */
const ALPHABET = '23456789CDFGHJKMNPQRTVWXY';
const LENGTH = 8;
/** Bytes from here on are thrown away, since they would favour the first characters. */
const FAIR_BYTES = 256 - (256 % ALPHABET.length);

/** How many random bytes `makeReference` wants: enough, however many it has to throw away. */
export const REFERENCE_BYTES = 32;

const written = (code: string) => `DSI-${code.slice(0, 4)}-${code.slice(4)}`;

/**
 * Makes a reference such as DSI-7K3M-9Q2T from random bytes (REFERENCE_BYTES of them), each of the
 * 25^8 equally likely. Throws where the bytes do not suffice, which real randomness never does.
 */
export function makeReference(random: Uint8Array): string {
  const fair = [...random].filter((byte) => byte < FAIR_BYTES).slice(0, LENGTH);
  if (fair.length < LENGTH) throw new Error('Too few random bytes for a reference');
  return written(fair.map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join(''));
}

/**
 * Reads a reference as people type or paste it: any case, spaces anywhere, hyphens or dashes or
 * none. Null when it is not one; whether it exists is another question.
 */
export function readReference(text: string): string | null {
  const typed = text.replace(/[\s\u2010-\u2015-]/g, '');
  if (!/^[A-Za-z0-9]+$/.test(typed)) return null;
  const code = typed.toUpperCase();
  if (!code.startsWith('DSI') || code.length !== LENGTH + 3) return null;
  const characters = code.slice(3);
  return [...characters].every((character) => ALPHABET.includes(character))
    ? written(characters)
    : null;
}
