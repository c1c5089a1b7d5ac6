import type { Identity } from '@/db/sign-in';

/** What the portal expects of a token: from whom, for whom, of which tenant. */
type Expected = { issuer: string; clientId: string; tenant: string | null };

type Vouched = { ok: true; identity: Identity; authenticatedAt: Date | null };
type Refused = { ok: false; why: 'issuer' | 'audience' | 'tenant' | 'clock' | 'subject' };

/** For so long a provider's clock may be off. */
const SKEW = 120_000;

/** Other letters may fold into these, so that another's address could pass for one of ours. */
const PLAIN = /^[\x21-\x7e]{1,320}$/;

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const instant = (value: unknown): Date | null =>
  typeof value === 'number' && Number.isFinite(value) ? new Date(value * 1000) : null;

const isFor = (clientId: string, { aud, azp }: Record<string, unknown>): boolean => {
  const all = Array.isArray(aud) ? aud : [aud];
  return all.includes(clientId) && (azp === undefined ? all.length === 1 : azp === clientId);
};

/** Entra says `xms_edov` where others say `email_verified`, and only of addresses that it checked. */
const isVerified = (claims: Record<string, unknown>, tenant: string | null): boolean =>
  claims.email_verified === true ||
  (tenant !== null && [true, 1, '1', 'true'].some((yes) => yes === claims.xms_edov));

/**
 * Reads the claims of an ID token whose signature's way, nonce and times the library checked, and
 * checks again what lets somebody in. Nothing else is read: roles are the portal's own.
 */
export function readClaims(
  claims: Record<string, unknown>,
  { issuer, clientId, tenant }: Expected,
  now: Date,
): Vouched | Refused {
  if (claims.iss !== issuer) return { ok: false, why: 'issuer' };
  if (!isFor(clientId, claims)) return { ok: false, why: 'audience' };
  if (tenant !== null && claims.tid !== tenant) return { ok: false, why: 'tenant' };
  const [issued, expires] = [instant(claims.iat), instant(claims.exp)];
  if (!issued || issued.getTime() > now.getTime() + SKEW) return { ok: false, why: 'clock' };
  if (!expires || expires.getTime() < now.getTime() - SKEW) return { ok: false, why: 'clock' };
  // Entra's `sub` is another one for each application; its `oid` is the person's, within the tenant.
  const subject = text(tenant === null ? claims.sub : claims.oid);
  if (subject === null || subject.length > 255) return { ok: false, why: 'subject' };
  const email = text(claims.email);
  return {
    ok: true,
    authenticatedAt: instant(claims.auth_time),
    identity: {
      ...{ issuer, tenant, subject, verified: isVerified(claims, tenant) },
      email: email !== null && PLAIN.test(email) ? email : null,
    },
  };
}
