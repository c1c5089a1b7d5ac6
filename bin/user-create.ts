import { parseArgs } from 'node:util';
import { closeDatabase } from '@/db/client';
import { inviteStaff } from '@/lib/commands/manage/invite-person';
import { STAFF_ROLES } from '@/lib/domain/permissions';
import { LINK_HOURS } from '@/lib/domain/person';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { atEnd, end, runToEnd } from './children';
import { useDatabase } from './database';

const USAGE =
  'npm run user:create -- --email name@example.com --name "Their Name" [--role manager|assessor]';

/** npm run user:create: adds somebody of the staff, and prints the link for their password. */
runToEnd(async () => {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', default: 'manager' },
    },
  });
  if (!values.email || !values.name) throw new Error(`Use: ${USAGE}`);
  if (!STAFF_ROLES.some((role) => role === values.role))
    throw new Error(`--role must be one of: ${STAFF_ROLES.join(', ')}`);
  await useDatabase();
  atEnd(closeDatabase);
  const actor = { kind: 'system', name: 'user:create' } as const;
  const answer = await inviteStaff(actor, { ...values, roles: [values.role] });
  if (!answer.ok) {
    const { problem } = answer;
    const fields = problem.kind === 'invalid' ? problem.fields : [];
    throw new Error(fields.map(({ message }) => message).join('\n') || problem.kind);
  }
  const { token } = answer.value;
  if (token === null) throw new Error('The link went by email.');
  const origin = env().AUTH_URL ?? `http://localhost:${env().PORT}`;
  console.log(`${values.name} can set a password within ${LINK_HOURS} hours at:`);
  console.log(new URL(paths.setPassword(token), origin).href);
  await end(0);
});
