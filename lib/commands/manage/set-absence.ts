import { z } from 'zod';
import { readAbsences } from '@/db/absences';
import { chainOfPerson, lockPerson } from '@/db/people';
import { absences } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { absenceProblem, absenceWords, untilSchema } from '@/lib/domain/absence';
import type { PlainDate } from '@/lib/domain/dates';
import { forbidden, invalid, notFound, ok, type Result, refused } from '@/lib/domain/result';
import { overPeople, type PersonContext, personInput } from './look-after';
import { putCasesBack } from './put-cases-back';

type Done = Result<{ personId: string; cases: number }>;
const until = { until: untilSchema };

async function write(context: PersonContext<unknown>, day: PlainDate): Promise<boolean> {
  const { tx, actor, person, now } = context;
  if (actor.kind !== 'person') return false;
  const set = { until: day, setBy: actor.personId, setAt: now };
  await tx
    .insert(absences)
    .values({ personId: person.id, ...set })
    .onConflictDoUpdate({ target: absences.personId, set });
  return true;
}

/** The person's row is locked, so that nothing is given to them between the two steps. */
async function begin(context: PersonContext<{ until: PlainDate }>): Promise<Done> {
  const { tx, person, input, today, record } = context;
  if (person.organisationId !== null) return notFound();
  if (!person.active) return refused('not_active', 'This account is deactivated.');
  const problem = absenceProblem(input.until, today);
  if (problem) return invalid({ field: 'until', message: problem });
  const before = (await readAbsences(tx, [person.id], today)).get(person.id) ?? null;
  if (!(await write(context, input.until))) return forbidden();
  const contents = { before, until: input.until };
  await record({ type: 'person.absence_set', contents }, chainOfPerson(person));
  const cases = await putCasesBack(context, absenceWords(input.until));
  return ok({ personId: person.id, cases });
}

/** From today they are back: an absence has a first day back, and no other end. */
async function end(context: PersonContext<unknown>): Promise<Done> {
  const { tx, person, today, record } = context;
  const before = (await readAbsences(tx, [person.id], today)).get(person.id);
  if (!before) return refused('not_absent', 'This person is not absent.');
  if (!(await write(context, today))) return forbidden();
  await record({ type: 'person.absence_ended', contents: { before } }, chainOfPerson(person));
  return ok({ personId: person.id, cases: 0 });
}

/**
 * A manager sets until when somebody of the staff is absent: until that day nothing is given to them,
 * and what they have goes back to the queue with its due date. It ends by itself. Problems: `invalid`
 * ('until'), `not_found`, `conflict`, `refused` ('own_account', 'not_active').
 */
export const setAbsence = overPeople({
  name: 'person.set-absence',
  input: personInput.extend(until),
  run: begin,
}).byManager;

/** A manager has somebody back before the day. Problems: as above, and `refused` 'not_absent'. */
export const endAbsence = overPeople({
  name: 'person.end-absence',
  input: personInput,
  run: end,
}).byManager;

const own = { permission: 'absence:own' } as const;

/** The same of oneself. Problems: `forbidden` for suppliers, `invalid` ('until'). */
export const setOwnAbsence = defineCommand({
  ...{ name: 'account.set-absence', ...own, input: z.object(until) },
  run: async (context): Promise<Done> => {
    const { tx, actor } = context;
    const person = actor.kind === 'person' ? await lockPerson(tx, actor.personId) : null;
    return person ? begin({ ...context, person }) : forbidden();
  },
});

/** The same of oneself. Problem: `refused` 'not_absent'. */
export const endOwnAbsence = defineCommand({
  ...{ name: 'account.end-absence', ...own, input: z.object({}) },
  run: async (context): Promise<Done> => {
    const { tx, actor } = context;
    const person = actor.kind === 'person' ? await lockPerson(tx, actor.personId) : null;
    return person ? end({ ...context, person }) : forbidden();
  },
});
