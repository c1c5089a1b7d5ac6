import { Secret, TOTP } from 'otpauth';
import {
  CODE_DIGITS,
  RECOVERY_CODES,
  STEP_SECONDS,
  STEPS_EITHER_SIDE,
} from '@/lib/domain/second-factor';
import { fingerprint } from '@/lib/ports/keys';
import { randomBytes } from '@/lib/ports/randomness';
import { seal, unseal } from './keys';

const ISSUER = 'Declare data security';
/** As RFC 4226 recommends; 80 bits are beyond guessing, so that a keyed hash is enough to keep. */
const [SECRET_BYTES, RECOVERY_BYTES] = [20, 10];
/** So far back a code is told to be old, not wrong. */
const FAR_STEPS = 20;

const base32 = (count: number): string => new Secret({ buffer: bytesOf(count) }).base32;
const bytesOf = (count: number): ArrayBuffer => Uint8Array.from(randomBytes(count)).buffer;
const contextOf = (personId: string): string => `second factor of ${personId}`;

/** A new secret, sealed for its person. */
export const newSealedSecret = (personId: string): string =>
  seal(base32(SECRET_BYTES), contextOf(personId));

/** The secret, in base 32; null when it was sealed for another person, or by another AUTH_SECRET. */
export const openSecret = (sealed: string, personId: string): string | null =>
  unseal(sealed, contextOf(personId));

const generator = (secret: string, label = 'portal') =>
  new TOTP({
    ...{ issuer: ISSUER, label, algorithm: 'SHA1', digits: CODE_DIGITS, period: STEP_SECONDS },
    secret: Secret.fromBase32(secret),
  });

/** What the app reads from the picture. */
export const otpAddress = (secret: string, email: string): string =>
  generator(secret, email).toString();

/** The time step in which a code is right, near `now`; whether it is near enough; null when it never was. */
export function stepOf(
  secret: string,
  code: string,
  now: Date,
): { step: number; near: boolean } | null {
  const timestamp = now.getTime();
  const otp = generator(secret);
  const near = otp.validate({ token: code, timestamp, window: STEPS_EITHER_SIDE });
  const delta = near ?? otp.validate({ token: code, timestamp, window: FAR_STEPS });
  // Of a code to come nothing is told: whoever guessed one would only have to wait.
  if (delta === null || delta > STEPS_EITHER_SIDE) return null;
  return { step: Math.floor(timestamp / (STEP_SECONDS * 1000)) + delta, near: near !== null };
}

/** The code of a secret at an instant, as an app shows it; for tests. */
export const codeAt = (secret: string, now: Date): string =>
  generator(secret).generate({ timestamp: now.getTime() });

/** What is kept of a recovery code. */
export const recoveryHash = (personId: string, code: string): string =>
  fingerprint('recovery code', `${personId} ${code}`);

/** New recovery codes, to be shown once, and what is kept of them. */
export function newRecoveryCodes(personId: string): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32(RECOVERY_BYTES));
  return { codes, hashes: codes.map((code) => recoveryHash(personId, code)) };
}
