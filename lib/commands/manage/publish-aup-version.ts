import { eq, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { startJudging } from '@/db/judging';
import { aupVersions } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { foldAupVersion } from '@/lib/domain/aup';
import { readAupForm } from '@/lib/domain/aup-form';
import { formatPlainDate, type PlainDate } from '@/lib/domain/dates';
import { forbidden, invalid, ok } from '@/lib/domain/result';

const typed = z.string().max(20_000).default('');

/** Whether anybody went live on or after a day, and so was judged by the version in force then. */
async function wentLiveSince(tx: Tx, day: PlainDate): Promise<boolean> {
  const [found] = await tx.execute(sql`select from onboardings where go_live_on >= ${day}
    and state in ('live', 'suspended', 'disconnected') limit 1`);
  return found !== undefined;
}

/**
 * Publishes a version of the EUO acceptable use policy from a day on; it is never changed afterwards,
 * and organisations are judged by it (the EUO rules, the version then in force). Takes the form as
 * typed; answers the version's id and the run of judging that it brings. Problems: `forbidden`; `invalid`, also of a version or a day that another one has, and of a
 * day that would judge anew who went live since.
 */
export const publishAupVersion = defineCommand({
  name: 'aup.publish',
  permission: 'aup:publish',
  input: z.object({
    version: typed,
    'inForce-day': typed,
    'inForce-month': typed,
    'inForce-year': typed,
    note: typed,
  }),
  run: async ({ tx, actor, input, now, today, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const read = readAupForm(input, today);
    if (!read.ok) return invalid(...read.problems);
    const { version, inForceFrom, note } = read.form;
    if (inForceFrom < today && (await wentLiveSince(tx, inForceFrom)))
      return invalid({
        field: 'inForce',
        message: `Date in force must be today or later, since organisations went live on or after ${formatPlainDate(inForceFrom)} by the versions published until now`,
      });
    const versionKey = foldAupVersion(version);
    const [made] = await tx
      .insert(aupVersions)
      .values({
        ...{ version, versionKey, inForceFrom, note },
        ...{ publishedBy: actor.personId, publishedAt: now },
      })
      .onConflictDoNothing()
      .returning({ id: aupVersions.id });
    if (!made) {
      const there = await tx
        .select()
        .from(aupVersions)
        .where(
          or(eq(aupVersions.versionKey, versionKey), eq(aupVersions.inForceFrom, inForceFrom)),
        );
      return invalid(
        ...there.flatMap((one) => [
          ...(one.versionKey === versionKey
            ? [{ field: 'version', message: `Version ${one.version} is published already` }]
            : []),
          ...(one.inForceFrom === inForceFrom
            ? [
                {
                  field: 'inForce',
                  message: `Version ${one.version} is in force from ${formatPlainDate(inForceFrom)}`,
                },
              ]
            : []),
        ]),
      );
    }
    const judging = await startJudging(tx, { cause: 'aup', aupVersionId: made.id, at: now });
    const contents = { version, inForceFrom, note };
    const target = { kind: 'aup', id: made.id, organisationId: null } as const;
    await record({ type: 'aup.published', contents }, target);
    return ok({ id: made.id, judging });
  },
});
