import { and, desc, eq, isNull, lte, or } from 'drizzle-orm';
import { readCalendarAt } from '@/db/calendars';
import { readParticipants } from '@/db/case';
import type { Tx } from '@/db/client';
import { readProductNames } from '@/db/product-names';
import {
  type applications,
  decisions,
  informationRequestItems,
  informationRequests,
  messageChoices,
  people,
} from '@/db/schema';
import { readSetting } from '@/db/settings';
import type { FoundChange } from '@/lib/domain/approval-change';
import { assessorDueOn } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { CaseMessageFacts } from '@/lib/domain/message-content';
import { type CaseKind, isThreadKind } from '@/lib/domain/message-kinds';
import type { Preferences } from '@/lib/domain/messages';
import type { Role } from '@/lib/domain/permissions';
import { QUESTION_IDS, type QuestionId } from '@/lib/domain/questions/types';
import type { RecipientFacts } from '@/lib/domain/recipients';
import type { ReminderDays } from '@/lib/domain/reminders';
import { lastAnswerDay } from '@/lib/domain/request';

/** Who did what, as far as it decides who is told. */
export type Cause = {
  at: Date;
  actorId: string | null;
  assigneeBeforeId: string | null;
  daysBefore: ReminderDays | null;
  /** The question that a message of the thread is about. */
  about: QuestionId | null;
  /** What changed for the worse of the approval that the case earned. */
  worse?: readonly FoundChange[];
};
type Application = typeof applications.$inferSelect;

/** These speak of a request and its due date; all others of the case's. */
const ABOUT_REQUEST: readonly CaseKind[] = [
  ...(['request-sent', 'request-cancelled', 'request-expired', 'request-unanswered'] as const),
  ...(['time-asked', 'time-given', 'reminder'] as const),
];
/** Those and what answers one name the questions that it asked about. */
const NAMES_QUESTIONS: readonly CaseKind[] = [...ABOUT_REQUEST, 'declaration-received'];

/** Somebody who may be told, and how they chose to be. */
export type Reader = RecipientFacts['people'][number] & { ways: Preferences };

/** The staff and, where one is named, a supplier's people who are active, with how they chose to be told. */
export async function readPeople(tx: Tx, organisationId: string | null): Promise<Reader[]> {
  const rows = await tx
    .select({
      id: people.id,
      organisationId: people.organisationId,
      roles: people.roles,
      active: people.active,
      ways: messageChoices.ways,
    })
    .from(people)
    .leftJoin(messageChoices, eq(messageChoices.personId, people.id))
    .where(
      and(
        eq(people.active, true),
        or(
          isNull(people.organisationId),
          organisationId === null ? undefined : eq(people.organisationId, organisationId),
        ),
      ),
    );
  // Only messages about accounts ask for a password, and none of these is one.
  return rows.map(({ ways, ...row }) => ({
    ...row,
    ...{ roles: row.roles as Role[], hasPassword: true, ways: ways ?? {} },
  }));
}

/** Who might be told of something about a case, by how it stands now. */
export async function readRecipientFacts(
  tx: Tx,
  application: Application,
  { actorId, assigneeBeforeId }: Cause,
): Promise<Omit<RecipientFacts, 'people'> & { people: readonly Reader[] }> {
  const { recommendedBy, reviewers, conflicted } = await readParticipants(tx, application.id);
  const { organisationId, status, assigneeId } = application;
  return {
    ...{ organisationId, status, assigneeId, actorId, assigneeBeforeId, personId: null },
    people: await readPeople(tx, organisationId),
    recommenderId: recommendedBy,
    tookPart: reviewers,
    conflicted,
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
  const names = await readProductNames(tx, application.productId);
  const request = await readRequest(tx, application.id, cause.at);
  const [decision] = await tx
    .select({ outcome: decisions.outcome })
    .from(decisions)
    .where(and(eq(decisions.applicationId, application.id), lte(decisions.decidedAt, cause.at)))
    .orderBy(desc(decisions.decidedAt))
    .limit(1);
  const target = await readSetting(tx, 'target_days', cause.at);
  const calendar = await readCalendarAt(tx, cause.at);
  const questionsOf = (kind: CaseKind): QuestionId[] => {
    if (isThreadKind(kind)) return cause.about ? [cause.about] : [];
    return NAMES_QUESTIONS.includes(kind) ? request.questions : [];
  };
  const dueOf = (kind: CaseKind): PlainDate | null => {
    if (ABOUT_REQUEST.includes(kind)) return request.dueOn;
    // The declaration's own: by the time of telling the case may have moved on.
    if (kind === 'declaration-received') return assessorDueOn(calendar, cause.at, target);
    // Likewise of a case that waited; what moved since is due by another day, or by none.
    return kind === 'case-waiting' && application.statusAt > cause.at ? null : application.dueOn;
  };
  return (kind: CaseKind): CaseMessageFacts => ({
    ...names,
    reference: application.reference,
    dueOn: dueOf(kind),
    lastDay: request.dueOn && lastAnswerDay(calendar, request.dueOn),
    questions: questionsOf(kind),
    outcome: decision?.outcome ?? null,
    daysBefore: cause.daysBefore,
    worse: cause.worse ?? [],
  });
}
