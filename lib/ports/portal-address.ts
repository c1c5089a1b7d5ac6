import { env } from '@/lib/env';

/** The address that links in emails begin with: AUTH_URL, or this machine's where it is not set. */
export function portalAddress(): string {
  const { AUTH_URL, PORT } = env();
  return AUTH_URL ?? `http://localhost:${PORT}`;
}
