import { and, desc, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  type applications,
  conflictsOfInterest,
  decisions,
  events,
  informationRequestItems,
  informationRequests,
  organisations,
  people,
  products,
  recommendations,
} from '@/db/schema';
import type { CaseMessageFacts } from '@/lib/domain/message-content';
import type { CaseKind } from '@/lib/domain/messages';
import type { Role } from '@/lib/domain/permissions';
import { QUESTION_IDS } from '@/lib/domain/questions/types';
import type { RecipientFacts } from '@/lib/domain/recipients';
import type { ReminderDays } from '@/lib/domain/reminders';

/** Who did what, as far as it decides who is told. */
export type Cause = {
  at: Date;
  actorId: string | null;
  assigneeBeforeId: string | null;
  daysBefore: ReminderDays | null;
};
type Application = typeof applications.$inferSelect;

/** These speak of a request and its due date; all others of the case's. */
const ABOUT_REQUEST: readonly CaseKind[] = [
  ...(['request-sent', 'request-cancelled', 'request-expired', 'request-unanswered'] as const),
  ...(['time-asked', 'time-given', 'reminder'] as const),
];
/** Those and what answers one name the questions that it asked about. */
const NAMES_QUESTIONS: readonly CaseKind[] = [...ABOUT_REQUEST, 'declaration-received'];

async function readPeople(tx: Tx, organisationId: string): Promise<RecipientFacts['people']> {
  const rows = await tx
    .select({
      id: people.id,
      organisationId: people.organisationId,
      roles: people.roles,
      active: people.active,
    })
    .from(people)
    .where(
      and(
        eq(people.active, true),
        or(isNull(people.organisationId), eq(people.organisationId, organisationId)),
      ),
    );
  // Only messages about accounts ask for a password, and none of these is one.
  return rows.map((row) => ({ ...row, roles: row.roles as Role[], hasPassword: true }));
}

/** Who might be told of something about a case, by how it stands now. */
export async function readRecipientFacts(
  tx: Tx,
  application: Application,
  { actorId, assigneeBeforeId }: Cause,
): Promise<RecipientFacts> {
  const took = await tx
    .selectDistinct({ by: events.actorId })
    .from(events)
    .where(
      and(
        eq(events.subjectId, application.id),
        inArray(events.type, ['question.reviewed', 'decision.recommended']),
      ),
    );
  const conflicts = await tx
    .select({ by: conflictsOfInterest.personId })
    .from(conflictsOfInterest)
    .where(eq(conflictsOfInterest.applicationId, application.id));
  const [recommendation] = await tx
    .select({ by: recommendations.recommendedBy })
    .from(recommendations)
    .where(eq(recommendations.applicationId, application.id))
    .orderBy(desc(recommendations.recommendedAt), desc(recommendations.id))
    .limit(1);
  const { organisationId, status, assigneeId } = application;
  return {
    ...{ organisationId, status, assigneeId, actorId, assigneeBeforeId, personId: null },
    people: await readPeople(tx, organisationId),
    recommenderId: recommendation?.by ?? null,
    tookPart: took.flatMap(({ by }) => by ?? []),
    conflicted: conflicts.map(({ by }) => by),
  };
}

/** The request that was the latest at an instant, and the questions that it asked about. */
async function readRequest(tx: Tx, applicationId: string, at: Date) {
  const [request] = await tx
    .select({ id: informationRequests.id, dueOn: informationRequests.dueOn })
    .from(informationRequests)
    .where(
      and(
        eq(informationRequests.applicationId, applicationId),
        lte(informationRequests.sentAt, at),
      ),
    )
    .orderBy(desc(informationRequests.sentAt))
    .limit(1);
  if (!request) return { dueOn: null, questions: [] };
  const items = await tx
    .select({ id: informationRequestItems.questionId })
    .from(informationRequestItems)
    .where(eq(informationRequestItems.requestId, request.id));
  const order = QUESTION_IDS.filter((id) => items.some((item) => item.id === id));
  return { dueOn: request.dueOn, questions: order };
}

/** What messages about a case may say, by their kind. */
export async function readWords(tx: Tx, application: Application, cause: Cause) {
  const [names] = await tx
    .select({ organisation: organisations.name, product: products.name })
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .where(eq(products.id, application.productId));
  if (!names) throw new Error('an application without its product');
  const request = await readRequest(tx, application.id, cause.at);
  const [decision] = await tx
    .select({ outcome: decisions.outcome })
    .from(decisions)
    .where(and(eq(decisions.applicationId, application.id), lte(decisions.decidedAt, cause.at)))
    .orderBy(desc(decisions.decidedAt))
    .limit(1);
  return (kind: CaseKind): CaseMessageFacts => ({
    ...names,
    reference: application.reference,
    dueOn: ABOUT_REQUEST.includes(kind) ? request.dueOn : application.dueOn,
    questions: NAMES_QUESTIONS.includes(kind) ? request.questions : [],
    outcome: decision?.outcome ?? null,
    daysBefore: cause.daysBefore,
  });
}
