/** Counted in characters; longer is better, and no kind of character is asked for. */
export const MIN_PASSWORD = 12;
const MAX_PASSWORD = 128;

type About = { email: string; name: string; isCommon: (password: string) => boolean };

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What a person's own details give away: whole addresses and names, and parts that are long enough. */
function ownWords({ email, name }: About): string[] {
  const [before = ''] = email.split('@');
  return [email, before, name].map(letters).filter((word) => word.length >= 4);
}

/**
 * The sentence that says what is wrong with a new password, or null: 12 to 128 characters, not one
 * of the common passwords, not somebody's own name or address with little else (the password rules
 * of the portal, after the National Cyber Security Centre's advice).
 */
export function passwordProblem(password: string, about: About): string | null {
  const count = [...password].length;
  if (count === 0) return 'Enter a password';
  if (count < MIN_PASSWORD) return `Password must be ${MIN_PASSWORD} characters or more`;
  if (count > MAX_PASSWORD) return `Password must be ${MAX_PASSWORD} characters or fewer`;
  const plain = letters(password);
  if (ownWords(about).some((word) => plain.includes(word) && plain.length < word.length + 8))
    return 'Password must not be made from your name or email address';
  if (about.isCommon(password))
    return 'Choose a password that is harder to guess. This one is like passwords that many people use';
  return null;
}
