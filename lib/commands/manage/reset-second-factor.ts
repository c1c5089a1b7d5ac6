import { z } from 'zod';
import { chainOfPerson } from '@/db/people';
import { resetFactorOf } from '@/db/second-factors';
import { ok, refused } from '@/lib/domain/result';
import { overPeople, personInput } from './look-after';

const commands = overPeople({
  name: 'person.reset-factor',
  input: personInput.extend({
    reason: z
      .string()
      .trim()
      .min(1, 'Enter why the second factor is reset')
      .max(500, 'The reason must be 500 characters or fewer'),
  }),
  run: async ({ tx, input, person, now, record }) => {
    if (!(await resetFactorOf(tx, person.id, now)))
      return refused('not_set', 'This person has no second factor.');
    const contents = { reason: input.reason };
    await record({ type: 'person.factor_reset', contents }, chainOfPerson(person));
    return ok({ personId: person.id });
  },
});

/**
 * Takes somebody's second factor and recovery codes away, with a reason, and ends their sessions:
 * they set up another at their next sign-in. Problems: `invalid` ('reason', 'proof'), `not_found`,
 * `conflict`, `refused` ('own_account', 'not_set').
 */
export const resetSecondFactor = commands.byManager;
