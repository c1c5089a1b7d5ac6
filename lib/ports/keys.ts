import { createHmac, hkdfSync } from 'node:crypto';
import { requireEnv } from '@/lib/env';

/** A key of its own for each purpose, all from AUTH_SECRET. */
export const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', requireEnv('AUTH_SECRET'), '', `portal ${purpose}`, 32));

/** A keyed fingerprint: the same text gives the same one, and nobody can guess his way back. */
export const fingerprint = (purpose: string, text: string): string =>
  createHmac('sha256', keyFor(purpose)).update(text).digest('base64url');
