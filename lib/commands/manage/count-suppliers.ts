import { z } from 'zod';
import { countMarked } from '@/db/supplier-figures';
import { defineCommand } from '@/lib/commands/define-command';
import { ok } from '@/lib/domain/result';

/** Suppliers counted in one transaction: one with a million end user organisations takes a second. */
const AT_ONCE = 50;

/**
 * Counts again what changed of the ledgers and spot checks of some suppliers since they were counted;
 * answers how many suppliers that were, 0 when nothing is left to count.
 */
export const countSuppliers = defineCommand({
  name: 'figures.count-suppliers',
  permission: 'figures:count',
  input: z.object({}),
  run: async ({ tx }) => ok({ counted: await countMarked(tx, AT_ONCE) }),
});
