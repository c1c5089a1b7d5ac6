import { z } from 'zod';
import type { EventTarget } from '@/db/case';
import { readOdsFact } from '@/db/ods';
import { successions } from '@/db/schema';
import { findParty, queueForSuccessions, readStanding } from '@/db/successions';
import { defineCommand } from '@/lib/commands/define-command';
import { readOdsCode } from '@/lib/domain/ods';
import { odsWords } from '@/lib/domain/ods-words';
import { forbidden, invalid, notFound, ok } from '@/lib/domain/result';
import { readSuccessionForm, successionRefusal } from '@/lib/domain/succession';

const typed = z.string().max(20_000).default('');

/** The chains of both sides, in one order, so that two at once never wait for each other. */
export const bothChains = (...ids: string[]): EventTarget[] =>
  [...ids].sort().map((id) => ({ kind: 'organisation', id, organisationId: id }));

/**
 * Records that a supplier became part of another (the ODS rules: never silently). Takes the form as
 * typed, `code` being the successor's ODS code; what ODS says of the predecessor is kept with it, and
 * the history of both tells it. No row of either moves. Problems: `not_found`, `invalid` by field
 * ('code': see SUCCESSION_GUARDS; 'proof').
 */
export const recordSuccession = defineCommand({
  name: 'succession.record',
  permission: 'organisation:manage',
  input: z.object({
    ...{ organisationId: z.uuid(), code: typed, reason: typed },
    ...{ 'effective-day': typed, 'effective-month': typed, 'effective-year': typed },
  }),
  run: async ({ tx, actor, input, now, today, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const { organisationId, code, ...values } = input;
    const predecessor = await findParty(tx, { id: organisationId });
    if (!predecessor) return notFound();
    const read = readSuccessionForm(values, today);
    const named = readOdsCode(code);
    if (!named.ok) return invalid({ field: 'code', message: named.message });
    await queueForSuccessions(tx);
    const successor = await findParty(tx, { odsCode: named.code });
    const refusal = successionRefusal({ predecessor, successor, standing: await readStanding(tx) });
    if (refusal || !successor)
      return invalid({ field: 'code', message: refusal?.message ?? 'Enter another code' });
    if (!read.ok) return invalid(...read.problems);
    const fact = predecessor.odsCode ? await readOdsFact(tx, predecessor.odsCode) : null;
    const [made] = await tx
      .insert(successions)
      .values({
        ...{ predecessorId: predecessor.id, successorId: successor.id, ...read.form },
        evidence: fact ? odsWords(fact, today) : null,
        ...{ recordedBy: actor.personId, recordedAt: now },
      })
      .returning({ id: successions.id });
    if (!made) throw new Error('a succession was not kept');
    // The reason stays with the record, for staff: suppliers read these events.
    const contents = {
      ...{ predecessor: predecessor.name, successor: successor.name },
      effectiveOn: read.form.effectiveOn,
    };
    for (const target of bothChains(predecessor.id, successor.id))
      await record({ type: 'organisation.succeeded', contents }, target);
    return ok({ id: made.id });
  },
});
