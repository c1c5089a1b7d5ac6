import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { successionEnds, successions } from '@/db/schema';
import { findParty, queueForSuccessions } from '@/db/successions';
import { defineCommand } from '@/lib/commands/define-command';
import { forbidden, invalid, notFound, ok, refused } from '@/lib/domain/result';
import { readSuccessionReason } from '@/lib/domain/succession';
import { bothChains } from './record-succession';

/**
 * Ends the record that an organisation is part of another, as a record of its own: from then on nobody
 * of the other one acts for it. Problems: `not_found`, `invalid` ('reason', 'proof'), `refused`
 * 'ended_already'.
 */
export const endSuccession = defineCommand({
  name: 'succession.end',
  permission: 'organisation:manage',
  input: z.object({
    ...{ organisationId: z.uuid(), successionId: z.uuid() },
    reason: z.string().max(20_000).default(''),
  }),
  run: async ({ tx, actor, input, now, record }) => {
    if (actor.kind !== 'person') return forbidden();
    await queueForSuccessions(tx);
    const [found] = await tx
      .select()
      .from(successions)
      .where(eq(successions.id, input.successionId));
    if (!found || found.predecessorId !== input.organisationId) return notFound();
    const said = readSuccessionReason({ reason: input.reason });
    if (!said.ok) return invalid(...said.problems);
    const [made] = await tx
      .insert(successionEnds)
      .values({
        ...{ successionId: found.id, reason: said.reason },
        ...{ endedBy: actor.personId, endedAt: now },
      })
      .onConflictDoNothing()
      .returning({ id: successionEnds.successionId });
    if (!made) return refused('ended_already', 'Somebody ended this record already.');
    const predecessor = await findParty(tx, { id: found.predecessorId });
    const successor = await findParty(tx, { id: found.successorId });
    const contents = {
      predecessor: predecessor?.name,
      successor: successor?.name,
      standing: 'ended',
    };
    for (const target of bothChains(found.predecessorId, found.successorId))
      await record({ type: 'organisation.succession_ended', contents }, target);
    return ok({ id: found.id });
  },
});
