import { sql } from 'drizzle-orm';
import { asActor } from './client';
import { at } from './sign-in';

export type Limit = { key: string; windowSeconds: number; most: number };

/**
 * Counts one attempt under each limit, and commits, so that a refusal forgets nothing. Answers the
 * instant from which the strictest limit allows another one, or null when none was passed.
 */
export async function countAttempt(limits: readonly Limit[], now: Date): Promise<Date | null> {
  if (limits.length === 0) return null;
  return asActor({ kind: 'visitor' }, async (tx) => {
    let retryAt: Date | null = null;
    // One order for everybody, so that two attempts cannot wait for each other.
    for (const limit of [...limits].sort((a, b) => (a.key < b.key ? -1 : 1))) {
      const [row] = await tx.execute<{ allowed: boolean; retry_at: string }>(
        sql`select * from count_attempt(${limit.key}, ${at(now)}, ${limit.windowSeconds}, ${limit.most})`,
      );
      if (!row || row.allowed) continue;
      const until = new Date(row.retry_at);
      if (retryAt === null || until > retryAt) retryAt = until;
    }
    return retryAt;
  });
}

/** Forgets what was counted under these keys. */
export async function forgetAttempts(keys: readonly string[]): Promise<void> {
  await asActor({ kind: 'visitor' }, async (tx) => {
    const list = sql.join(
      keys.map((key) => sql`${key}`),
      sql`, `,
    );
    await tx.execute(sql`select forget_attempts(array[${list}]::text[])`);
  });
}
