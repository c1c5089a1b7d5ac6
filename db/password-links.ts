import { sql } from 'drizzle-orm';
import { randomBytes } from '@/lib/ports/randomness';
import type { Tx } from './client';
import { at } from './sign-in';

export type LinkState =
  | { state: 'usable'; name: string; email: string }
  | { state: 'used' | 'expired' };

// Events hash their contents with a salt, so that redacted words cannot be guessed back.
const salt = () => Buffer.from(randomBytes(16)).toString('hex');

/** What a link can do now; null when there never was one. Whose it is, only while it can be used. */
export async function readPasswordLink(
  tx: Tx,
  tokenHash: string,
  now: Date,
): Promise<LinkState | null> {
  const [row] = await tx.execute<{ state: string; name: string | null; email: string | null }>(
    sql`select * from find_password_link(${tokenHash}, ${at(now)})`,
  );
  if (!row) return null;
  if (row.state === 'usable')
    return { state: 'usable', name: row.name ?? '', email: row.email ?? '' };
  return { state: row.state === 'used' ? 'used' : 'expired' };
}

/** Sets the password a link is for and ends its person's sessions; false when it was used up. */
export async function usePasswordLink(
  tx: Tx,
  link: { tokenHash: string; passwordHash: string; now: Date },
): Promise<boolean> {
  const { tokenHash, passwordHash, now } = link;
  const [row] = await tx.execute<{ used: boolean }>(
    sql`select use_password_link(${tokenHash}, ${passwordHash}, ${at(now)}, ${salt()}) as used`,
  );
  return row?.used ?? false;
}

/** Notes that somebody wishes for a new password; tells nothing, not even whether they exist. */
export async function noteResetWish(tx: Tx, email: string, now: Date): Promise<void> {
  await tx.execute(sql`select ask_password_reset(${email}, ${at(now)}, ${salt()})`);
}

/** Has a link mailed to whoever has this address, if anybody; tells nothing, like noteResetWish. */
export async function askPasswordMail(tx: Tx, email: string, now: Date): Promise<void> {
  await tx.execute(sql`select ask_password_mail(${email}, ${at(now)}, ${salt()})`);
}

/** Why an email with a link is not sent any more. */
export type MailedLinkProblem = 'left' | 'password_set' | 'replaced';

/** Makes the link of an email usable as it is sent: the only one of its person, once more. */
export async function keepMailedLink(
  tx: Tx,
  link: { deliveryId: string; tokenHash: string; now: Date; expiresAt: Date },
): Promise<'usable' | MailedLinkProblem> {
  const { deliveryId, tokenHash, now, expiresAt } = link;
  const [row] = await tx.execute<{ answer: 'usable' | MailedLinkProblem | null }>(
    sql`select keep_mailed_link(${deliveryId}::uuid, ${tokenHash}, ${at(now)}, ${at(expiresAt)}) as answer`,
  );
  if (!row?.answer) throw new Error('an email about no account');
  return row.answer;
}

/** The password hash of the person who acts; null when they sign in otherwise. */
export async function readOwnPassword(tx: Tx): Promise<string | null> {
  const [row] = await tx.execute<{ hash: string | null }>(sql`select find_own_password() as hash`);
  return row?.hash ?? null;
}

/** Replaces the hash that was proved, and ends every other session; false when it had changed. */
export async function changeOwnPassword(
  tx: Tx,
  change: { from: string; to: string; now: Date; keepSession: string },
): Promise<boolean> {
  const { from, to, now, keepSession } = change;
  const [row] = await tx.execute<{ changed: boolean }>(
    sql`select change_own_password(${from}, ${to}, ${at(now)}, ${keepSession}::uuid) as changed`,
  );
  return row?.changed ?? false;
}
