import { z } from 'zod';
import type { EventTarget } from '@/db/case';
import { chainOfPerson } from '@/db/people';
import { type CommandContext, defineCommand } from '@/lib/commands/define-command';
import { EXPORT_FORMATS } from '@/lib/domain/euo-export';
import type { NewEvent } from '@/lib/domain/events';
import { forbidden, ok } from '@/lib/domain/result';

/** The filters, as the search's address says them. */
const filter = z.string().max(2000);

/**
 * Both are events of the reader's own chain: what somebody looked for is asked of a person, and one
 * chain for all would have readers wait for each other.
 */
async function note<I>({ actor, record }: CommandContext<I>, event: NewEvent) {
  if (actor.kind !== 'person') return forbidden();
  const own: EventTarget = chainOfPerson({ id: actor.personId, organisationId: null });
  await record(event, own);
  return ok(null);
}

/** Notes what somebody searched the events for. Problem: `forbidden`. */
export const recordAuditSearch = defineCommand({
  name: 'audit.search',
  permission: 'audit:search',
  input: z.object({ filter }),
  run: (context) => note(context, { type: 'audit.searched', contents: context.input }),
});

/**
 * Notes what somebody takes away of the events, before any of it is sent. How many that is follows from
 * the filters and the time, since events are never removed. Problem: `forbidden`.
 */
export const recordAuditExport = defineCommand({
  name: 'audit.export',
  permission: 'audit:search',
  input: z.object({ filter, format: z.enum(EXPORT_FORMATS) }),
  run: (context) => note(context, { type: 'audit.exported', contents: context.input }),
});
