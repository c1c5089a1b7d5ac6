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

/** Notes what somebody took away of the events, and how many. Problem: `forbidden`. */
export const recordAuditExport = defineCommand({
  name: 'audit.export',
  permission: 'audit:search',
  input: z.object({ filter, format: z.enum(EXPORT_FORMATS), rows: z.number().int().nonnegative() }),
  run: (context) => note(context, { type: 'audit.exported', contents: context.input }),
});
