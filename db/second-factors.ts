import { sql } from 'drizzle-orm';
import type { Tx } from './client';
import { at } from './sign-in';

/** What is kept of somebody's own second factor; the secrets are sealed. */
export type OwnFactor = {
  sealed: string | null;
  setAt: Date | null;
  lastStep: number;
  codesLeft: number;
};

const none: OwnFactor = { sealed: null, setAt: null, lastStep: -1, codesLeft: 0 };
const list = (texts: readonly string[]) =>
  sql`array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`;

export async function readOwnFactor(tx: Tx): Promise<OwnFactor> {
  const [row] = await tx.execute<{
    sealed: string | null;
    set_at: string | null;
    last_step: string | null;
    codes_left: number;
  }>(sql`select * from find_own_factor()`);
  if (!row) return none;
  return {
    sealed: row.sealed,
    setAt: row.set_at === null ? null : new Date(row.set_at),
    lastStep: Number(row.last_step ?? -1),
    codesLeft: row.codes_left,
  };
}

async function says(tx: Tx, call: ReturnType<typeof sql>): Promise<boolean> {
  const [row] = await tx.execute<{ done: boolean }>(sql`select ${call} as done`);
  return row?.done ?? false;
}

/** The sealed secret to show, this one or the one that another tab began; null without a proof. */
export async function beginOwnFactor(tx: Tx, session: string, sealed: string, now: Date) {
  const [row] = await tx.execute<{ pending: string | null }>(
    sql`select begin_own_factor(${session}::uuid, ${sealed}, ${at(now)}) as pending`,
  );
  return row?.pending ?? null;
}

type Confirmed = { session: string; pending: string; step: number; hashes: readonly string[] };

/** Puts a secret in force, with new recovery codes; every other session ends. */
export const confirmOwnFactor = (
  tx: Tx,
  { session, pending, step, hashes }: Confirmed,
  now: Date,
): Promise<boolean> =>
  says(
    tx,
    sql`confirm_own_factor(${session}::uuid, ${pending}, ${step}, ${list(hashes)}, ${at(now)})`,
  );

/** Takes a code's time step, once; false when it, or a later one, was taken. */
export const acceptOwnCode = (
  tx: Tx,
  { session, sealed, step }: { session: string; sealed: string; step: number },
  now: Date,
): Promise<boolean> =>
  says(tx, sql`accept_own_code(${session}::uuid, ${sealed}, ${step}, ${at(now)})`);

/** Uses a recovery code up; false when there is none such, or it was used. */
export const useOwnRecoveryCode = (
  tx: Tx,
  { session, hash }: { session: string; hash: string },
  now: Date,
): Promise<boolean> => says(tx, sql`use_own_recovery_code(${session}::uuid, ${hash}, ${at(now)})`);

/** Replaces the recovery codes; false without a proof of the last minutes. */
export const makeOwnRecoveryCodes = (
  tx: Tx,
  { session, hashes }: { session: string; hashes: readonly string[] },
  now: Date,
): Promise<boolean> =>
  says(tx, sql`make_own_recovery_codes(${session}::uuid, ${list(hashes)}, ${at(now)})`);

/** Turns the second factor off; false without a proof of the last minutes. */
export const removeOwnFactor = (tx: Tx, session: string, now: Date): Promise<boolean> =>
  says(tx, sql`remove_own_factor(${session}::uuid, ${at(now)})`);

/** Notes that the password was given again; false for somebody who has a second factor. */
export const proveOwnSession = (tx: Tx, session: string, now: Date): Promise<boolean> =>
  says(tx, sql`prove_own_session(${session}::uuid, ${at(now)})`);

/** Takes somebody else's second factor away and ends their sessions; false when there is none. */
export const resetFactorOf = (tx: Tx, personId: string, now: Date): Promise<boolean> =>
  says(tx, sql`reset_factor_of(${personId}::uuid, ${at(now)})`);

/** Since when somebody has a second factor; null without. */
export async function readFactorSetAt(tx: Tx, personId: string): Promise<Date | null> {
  const [row] = await tx.execute<{ set_at: string | null }>(
    sql`select factor_set_at(${personId}::uuid) as set_at`,
  );
  return row?.set_at ? new Date(row.set_at) : null;
}
