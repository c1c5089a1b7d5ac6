import { and, count, eq } from 'drizzle-orm';
import { z } from 'zod';
import { putFailedBack } from '@/db/deliveries';
import { deliveries, people } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { notFound, ok, refused } from '@/lib/domain/result';

/**
 * Has a failed email tried again, anew; one that is no failure any more is left as it is. Answers
 * how many were put back, 0 or 1. Problems: `not_found`, `refused` ('left').
 */
export const retryMail = defineCommand({
  name: 'delivery.retry',
  permission: 'delivery:retry',
  input: z.object({ deliveryId: z.uuid() }),
  run: async ({ tx, input, now }) => {
    const [row] = await tx
      .select({ active: people.active })
      .from(deliveries)
      .innerJoin(people, eq(people.id, deliveries.personId))
      .where(eq(deliveries.id, input.deliveryId));
    if (!row) return notFound();
    if (!row.active)
      return refused('left', 'This person has left, so the email is not tried again.');
    return ok({ retried: await putFailedBack(tx, input.deliveryId, now) });
  },
});

/**
 * The same of every failed email. Those of people who left stay as they are: `left` says how many.
 */
export const retryAllMail = defineCommand({
  name: 'delivery.retry-all',
  permission: 'delivery:retry',
  input: z.object({}),
  run: async ({ tx, now }) => {
    const retried = await putFailedBack(tx, null, now);
    const [left] = await tx
      .select({ some: count() })
      .from(deliveries)
      .innerJoin(people, eq(people.id, deliveries.personId))
      .where(and(eq(deliveries.state, 'failed'), eq(people.active, false)));
    return ok({ retried, left: left?.some ?? 0 });
  },
});
