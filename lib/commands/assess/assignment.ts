import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { readAbsences } from '@/db/absences';
import { targetOf } from '@/db/case';
import type { Tx } from '@/db/client';
import { readPendingRecommenders } from '@/db/recommenders';
import { applications, conflictsOfInterest, events, people } from '@/db/schema';
import type { CaseContext } from '@/lib/commands/define-command';
import type { AssignmentFacts, Candidate } from '@/lib/domain/assignment';
import type { PlainDate } from '@/lib/domain/dates';
import type { NewEvent } from '@/lib/domain/events';
import { type Failure, fail } from '@/lib/domain/result';

type Application = CaseContext<unknown>['application'];

/** What the rules of assignment look at, read under the application's lock. */
export async function readAssignmentFacts(
  tx: Tx,
  application: Application,
): Promise<AssignmentFacts> {
  const conflicts = await tx
    .select({ by: conflictsOfInterest.personId })
    .from(conflictsOfInterest)
    .where(eq(conflictsOfInterest.applicationId, application.id));
  return {
    status: application.status,
    assigneeId: application.assigneeId,
    conflicted: conflicts.map((conflict) => conflict.by),
    recommendedBy:
      (await readPendingRecommenders(tx, [application.id])).get(application.id) ?? null,
  };
}

/** Somebody of the staff; locked, so that they stay active and present until the case is theirs. */
export async function readCandidate(
  tx: Tx,
  personId: string,
  today: PlainDate,
): Promise<Candidate | null> {
  const [row] = await tx
    .select({
      personId: people.id,
      name: people.name,
      active: people.active,
      roles: people.roles,
    })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.organisationId)))
    .for('share');
  if (!row) return null;
  const absent = await readAbsences(tx, [personId], today);
  return { ...row, absentUntil: absent.get(personId) ?? null };
}

async function nameOf(tx: Tx, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const [row] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
  return row?.name ?? null;
}

/** The conflict to answer when the form was made for an older version; null when it is current. */
export async function staleVersion<I extends { version: number }>(
  context: CaseContext<I>,
): Promise<Failure | null> {
  const { tx, application, input } = context;
  if (application.version === input.version) return null;
  const [last] = await tx
    .select({ by: people.name, at: events.at })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(
      and(
        eq(events.subjectId, application.id),
        inArray(events.type, ['application.assigned', 'application.put_back']),
      ),
    )
    .orderBy(desc(events.sequence))
    .limit(1);
  return fail({
    kind: 'conflict',
    conflict: {
      version: application.version,
      fields: { assignee: (await nameOf(tx, application.assigneeId)) ?? '' },
      changedBy: last?.by ?? null,
      changedAt: last?.at ?? null,
    },
  });
}

type Change = { to: { personId: string; name: string } | null; type: NewEvent['type'] };

/** Gives a locked case to somebody or to nobody, and writes the event with who had it before. */
export async function changeAssignee(
  context: Pick<CaseContext<unknown>, 'tx' | 'record' | 'application'>,
  change: Change,
  contents: Record<string, unknown> = {},
): Promise<number> {
  const { tx, record, application } = context;
  const from = await nameOf(tx, application.assigneeId);
  await tx
    .update(applications)
    .set({ assigneeId: change.to?.personId ?? null, version: sql`${applications.version} + 1` })
    .where(
      and(
        eq(applications.id, application.id),
        eq(applications.organisationId, application.organisationId),
      ),
    );
  await record(
    {
      type: change.type,
      contents: { from, fromId: application.assigneeId, to: change.to?.name ?? null, ...contents },
    },
    targetOf(application),
  );
  return application.version + 1;
}
