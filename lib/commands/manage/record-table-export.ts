import { z } from 'zod';
import { chainOfPerson } from '@/db/people';
import { defineCommand } from '@/lib/commands/define-command';
import { EXPORT_FORMATS } from '@/lib/domain/euo-export';
import { forbidden, ok } from '@/lib/domain/result';

/**
 * Notes in somebody's own chain which of the managers' tables they took away, how it was filtered and
 * how many rows it had. Problem: `forbidden`.
 */
export const recordTableExport = defineCommand({
  name: 'figures.export',
  permission: 'figures:view',
  input: z.object({
    table: z.string().min(1).max(100),
    format: z.enum(EXPORT_FORMATS),
    /** As the page's address says it. */
    filter: z.string().max(2000),
    rows: z.number().int().nonnegative(),
  }),
  run: async ({ actor, input, record }) => {
    if (actor.kind !== 'person') return forbidden();
    await record(
      { type: 'figures.exported', contents: input },
      chainOfPerson({ id: actor.personId, organisationId: actor.organisationId }),
    );
    return ok(null);
  },
});
