import { z } from 'zod';
import { readCalendar } from '@/db/calendars';
import { putFigures, readFigureFacts, takeMarkedCases } from '@/db/case-figures';
import { defineCommand } from '@/lib/commands/define-command';
import { figuresOf, isCountable } from '@/lib/domain/case-figures';
import { ok } from '@/lib/domain/result';

/** Cases that are counted at a time. */
const AT_A_TIME = 500;

/**
 * Counts anew some of the cases whose history went on, the longest waiting first, and what is summed
 * of them, in one transaction. A case that cannot be counted is left out and logged. Answers how many there were: none once everything is counted. No problems.
 */
export const countMarkedCases = defineCommand({
  name: 'figures.count-cases',
  permission: 'figures:count',
  input: z.object({}),
  run: async ({ tx }) => {
    const marked = await takeMarkedCases(tx, AT_A_TIME);
    if (marked.length === 0) return ok({ counted: 0 });
    const calendar = await readCalendar(tx);
    const cases = await readFigureFacts(tx, marked);
    for (const { owner, facts } of cases)
      if (!isCountable(facts))
        process.stderr.write(
          `Not counted: application ${owner.applicationId} has a decision without an outcome\n`,
        );
    await putFigures(
      tx,
      marked,
      cases
        .filter(({ facts }) => isCountable(facts))
        .flatMap(({ owner, facts }) =>
          figuresOf(calendar, facts).map((figure) => ({ ...owner, ...figure })),
        ),
    );
    return ok({ counted: marked.length });
  },
});
