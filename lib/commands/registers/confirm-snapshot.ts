import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { startJudging } from '@/db/judging';
import { takeOdsIntoUse } from '@/db/ods';
import { chainOfSnapshot, lockSnapshot } from '@/db/registers';
import { registerSnapshots } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { forbidden, notFound, ok, wrongStatus } from '@/lib/domain/result';

/**
 * Says that a snapshot with so few rows is right, from when on it is asked (the DSPT rules: a second
 * confirmation). Doing it again changes nothing. Problems: `not_found`, `wrong_status`.
 */
export const confirmSnapshot = defineCommand({
  name: 'register.confirm',
  permission: 'register:upload',
  input: z.object({ snapshotId: z.uuid() }),
  run: async ({ tx, actor, input, now, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const snapshot = await lockSnapshot(tx, input.snapshotId);
    if (!snapshot) return notFound();
    if (snapshot.confirmedBy) return ok({ id: snapshot.id });
    if (snapshot.state !== 'to_confirm') return wrongStatus();
    await tx
      .update(registerSnapshots)
      .set({ state: 'ready', confirmedBy: actor.personId, confirmedAt: now })
      .where(eq(registerSnapshots.id, snapshot.id));
    await takeOdsIntoUse(tx, snapshot);
    await startJudging(tx, { cause: 'register', snapshotId: snapshot.id, at: now });
    const contents = { rows: snapshot.rows };
    await record({ type: 'register.confirmed', contents }, chainOfSnapshot(snapshot));
    return ok({ id: snapshot.id });
  },
});
