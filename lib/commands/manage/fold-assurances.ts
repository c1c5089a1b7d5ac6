import { z } from 'zod';
import { foldAssuranceCounts } from '@/db/assurances';
import { defineCommand } from '@/lib/commands/define-command';
import { ok } from '@/lib/domain/result';

/** Folds together what each change added to the counts of assured approvals: less to sum. No problems. */
export const foldAssurances = defineCommand({
  name: 'figures.fold-assurances',
  permission: 'figures:count',
  input: z.object({}),
  run: async ({ tx }) => {
    await foldAssuranceCounts(tx);
    return ok(null);
  },
});
