import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { readAbsences } from '@/db/absences';
import { asActor, type Tx } from '@/db/client';
import { readPendingRecommenders } from '@/db/recommenders';
import { applications, conflictsOfInterest, organisations, people, products } from '@/db/schema';
import { dueOrder } from '@/db/schema/queue-order';
import { ASSIGNABLE_STATUSES, type Candidate } from '@/lib/domain/assignment';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import { isId } from '@/lib/domain/ids';
import { can, type PersonActor } from '@/lib/domain/permissions';
import {
  MOST_AT_ONCE,
  type ReassignQuery,
  type StaysBecause,
  whyItStays,
} from '@/lib/domain/reassign';
import { now } from '@/lib/ports/clock';
import { type Assessor, readAssessors } from '@/lib/queries/assess/list-assessors';

export type ReassignRow = {
  reference: string;
  version: number;
  product: string;
  supplier: string;
  dueOn: PlainDate | null;
  assignee: string | null;
  /** Why it would stay where it is; null for what would move. */
  because: StaysBecause | null;
};
export type Reassignment = {
  /** Whose applications they are, where they were chosen by that. */
  from: string | null;
  to: Candidate | null;
  assessors: Assessor[];
  rows: ReassignRow[];
  /** Whether there are more than are moved at once. */
  more: boolean;
};

/** Applications with what the rules of assignment look at; `where` names them. */
async function readCases(tx: Tx, where: SQL | undefined) {
  const rows = await tx
    .select({
      id: applications.id,
      reference: applications.reference,
      version: applications.version,
      status: applications.status,
      assigneeId: applications.assigneeId,
      dueOn: applications.dueOn,
      product: products.name,
      supplier: organisations.name,
      assignee: people.name,
    })
    .from(applications)
    .innerJoin(products, eq(products.id, applications.productId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .leftJoin(people, eq(people.id, applications.assigneeId))
    .where(where)
    .orderBy(dueOrder(applications), asc(applications.id))
    .limit(MOST_AT_ONCE + 1);
  const ids = rows.map(({ id }) => id);
  const conflicts =
    ids.length === 0
      ? []
      : await tx
          .select({ id: conflictsOfInterest.applicationId, by: conflictsOfInterest.personId })
          .from(conflictsOfInterest)
          .where(inArray(conflictsOfInterest.applicationId, ids));
  const recommenders = await readPendingRecommenders(tx, ids);
  return rows.map((row) => ({
    ...row,
    conflicted: conflicts.filter(({ id }) => id === row.id).map(({ by }) => by),
    recommendedBy: recommenders.get(row.id) ?? null,
  }));
}

async function readCandidate(tx: Tx, id: string, today: PlainDate): Promise<Candidate | null> {
  if (!isId(id)) return null;
  const [row] = await tx
    .select({ personId: people.id, name: people.name, active: people.active, roles: people.roles })
    .from(people)
    .where(and(eq(people.id, id), isNull(people.organisationId)));
  if (!row) return null;
  const absent = await readAbsences(tx, [row.personId], today);
  return { ...row, absentUntil: absent.get(row.personId) ?? null };
}

/**
 * What would move to an assessor, and what would stay and why, for a manager to look at first: the
 * applications named, in the versions they were chosen in, or those that somebody has, due first.
 * Null without the permission.
 */
export async function getReassignment(
  actor: PersonActor,
  { from, to, chosen }: ReassignQuery,
): Promise<Reassignment | null> {
  if (!can(actor, 'case:reassign')) return null;
  return asActor(actor, async (tx) => {
    const candidate = await readCandidate(tx, to, londonDate(now()));
    const assessors = await readAssessors(tx);
    const theirs = isId(from) ? await readCandidate(tx, from, londonDate(now())) : null;
    const where = theirs
      ? and(
          eq(applications.assigneeId, from),
          inArray(applications.status, [...ASSIGNABLE_STATUSES]),
        )
      : inArray(
          applications.reference,
          chosen.map(({ reference }) => reference),
        );
    const found = theirs || chosen.length > 0 ? await readCases(tx, where) : [];
    const chosenVersion = new Map(chosen.map(({ reference, version }) => [reference, version]));
    const rows = found.slice(0, MOST_AT_ONCE).map((row): ReassignRow => {
      const { reference, version, product, supplier, dueOn, assignee } = row;
      const stale = !theirs && chosenVersion.get(reference) !== version;
      const because = candidate ? whyItStays(actor, row, candidate, stale) : null;
      return { ...{ reference, version, product, supplier, dueOn, assignee }, because };
    });
    return {
      ...{ to: candidate, assessors, rows, more: found.length > MOST_AT_ONCE },
      from: theirs?.name ?? null,
    };
  });
}
