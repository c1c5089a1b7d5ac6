import { parseArgs } from 'node:util';
import { asActor, closeDatabase } from '@/db/client';
import { findPersonByEmail } from '@/db/people';
import { resetSecondFactor } from '@/lib/commands/manage/reset-second-factor';
import { atEnd, end, runToEnd } from './children';
import { useDatabase } from './database';

const USAGE = 'npm run user:reset-factor -- --email name@example.com --reason "Why"';

/** npm run user:reset-factor: for the last manager who lost their app and their recovery codes. */
runToEnd(async () => {
  const { values } = parseArgs({
    options: { email: { type: 'string' }, reason: { type: 'string' } },
  });
  const { email, reason } = values;
  if (!email || !reason) throw new Error(`Use: ${USAGE}`);
  await useDatabase();
  atEnd(closeDatabase);
  const actor = { kind: 'system', name: 'user:reset-factor' } as const;
  const person = await asActor(actor, (tx) => findPersonByEmail(tx, email));
  if (!person) throw new Error(`Nobody has the address ${email}.`);
  const answer = await resetSecondFactor(actor, {
    personId: person.id,
    version: person.version,
    reason,
  });
  if (!answer.ok) {
    const { problem } = answer;
    throw new Error(problem.kind === 'refused' ? problem.message : problem.kind);
  }
  console.log(`${email} sets up a second factor anew at the next sign-in. Their sessions ended.`);
  await end(0);
});
