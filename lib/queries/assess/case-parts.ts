import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  conditions,
  decisions,
  eventContents,
  events,
  informationRequestItems,
  informationRequests,
  people,
  recommendations,
  staffNotes,
} from '@/db/schema';
import type { ShownNote } from '@/lib/domain/case-view';
import type { PlainDate } from '@/lib/domain/dates';
import type { DecisionCondition, Outcome, RecommendationStatus } from '@/lib/domain/decision';
import type { QuestionId } from '@/lib/domain/questions/types';
import type { RequestStatus } from '@/lib/domain/request';
import type { Review, Verdict } from '@/lib/domain/review';

export type CaseRequest = {
  round: number;
  status: RequestStatus;
  dueOn: PlainDate;
  message: string;
  sentAt: Date;
  endedAt: Date | null;
  extensionAskedAt: Date | null;
  extensionReason: string | null;
  questionIds: QuestionId[];
};
export type CaseRecommendation = {
  outcome: Outcome;
  reasons: string;
  conditions: DecisionCondition[];
  status: RecommendationStatus;
  by: string;
  at: Date;
  /** Why the second person sent it back. */
  note: string | null;
};
export type CaseDecision = {
  outcome: Outcome;
  reasons: string;
  decidedAt: Date;
  confirmedBy: string;
  confirmedById: string;
  conditions: {
    id: string;
    questionId: QuestionId;
    text: string;
    dueOn: PlainDate;
    metAt: Date | null;
  }[];
};

/** Every request of a case, oldest first, with the questions it asked about. */
export const readSentRequests = (tx: Tx, applicationId: string): Promise<CaseRequest[]> =>
  tx
    .select({
      round: informationRequests.round,
      status: informationRequests.status,
      dueOn: informationRequests.dueOn,
      message: informationRequests.message,
      sentAt: informationRequests.sentAt,
      endedAt: informationRequests.endedAt,
      extensionAskedAt: informationRequests.extensionAskedAt,
      extensionReason: informationRequests.extensionReason,
      questionIds: sql<QuestionId[]>`array_agg(${informationRequestItems.questionId})`,
    })
    .from(informationRequests)
    .innerJoin(
      informationRequestItems,
      eq(informationRequestItems.requestId, informationRequests.id),
    )
    .where(eq(informationRequests.applicationId, applicationId))
    .groupBy(informationRequests.id)
    .orderBy(asc(informationRequests.sentAt));

export type CaseNote = ShownNote & { questionId: QuestionId | null };

/** Every note for staff on a case and its questions, oldest first. */
export const readNotes = (tx: Tx, applicationId: string): Promise<CaseNote[]> =>
  tx
    .select({
      id: staffNotes.id,
      questionId: staffNotes.questionId,
      round: staffNotes.round,
      body: staffNotes.body,
      by: people.name,
      at: staffNotes.writtenAt,
    })
    .from(staffNotes)
    .innerJoin(people, eq(people.id, staffNotes.writtenBy))
    .where(eq(staffNotes.applicationId, applicationId))
    .orderBy(asc(staffNotes.writtenAt), asc(staffNotes.id));

/** The notes on questions, by question. */
export function notesByQuestion(notes: readonly CaseNote[]): Map<QuestionId, ShownNote[]> {
  const found = new Map<QuestionId, ShownNote[]>();
  for (const { questionId, ...note } of notes)
    if (questionId) found.set(questionId, [...(found.get(questionId) ?? []), note]);
  return found;
}

/** Every recommendation made on a case, oldest first. */
export const readRecommendations = (tx: Tx, applicationId: string): Promise<CaseRecommendation[]> =>
  tx
    .select({
      outcome: recommendations.outcome,
      reasons: recommendations.reasons,
      conditions: recommendations.conditions,
      status: recommendations.status,
      by: people.name,
      at: recommendations.recommendedAt,
      note: recommendations.settledNote,
    })
    .from(recommendations)
    .innerJoin(people, eq(people.id, recommendations.recommendedBy))
    .where(eq(recommendations.applicationId, applicationId))
    .orderBy(asc(recommendations.recommendedAt), asc(recommendations.id));

/** The latest decision on a case with its conditions, or null. */
export async function readDecision(tx: Tx, applicationId: string): Promise<CaseDecision | null> {
  const [decision] = await tx
    .select({
      id: decisions.id,
      outcome: decisions.outcome,
      reasons: decisions.reasons,
      decidedAt: decisions.decidedAt,
      confirmedBy: people.name,
      confirmedById: decisions.confirmedBy,
    })
    .from(decisions)
    .innerJoin(people, eq(people.id, decisions.confirmedBy))
    .where(eq(decisions.applicationId, applicationId))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(1);
  if (!decision) return null;
  const asked = await tx
    .select({
      id: conditions.id,
      questionId: conditions.questionId,
      text: conditions.text,
      dueOn: conditions.dueOn,
      metAt: conditions.metAt,
    })
    .from(conditions)
    .where(eq(conditions.decisionId, decision.id))
    .orderBy(asc(conditions.dueOn), asc(conditions.questionId));
  const { id: _, ...shown } = decision;
  return { ...shown, conditions: asked };
}

export type CaseTrouble = {
  sequence: number;
  round: number;
  questionId: QuestionId;
  verdict: Verdict;
  note: string;
};

/**
 * Every verdict that was not 'sufficient', in the order given, also those replaced since: out of the
 * history, for the second person.
 */
export async function readTroubles(tx: Tx, applicationId: string): Promise<CaseTrouble[]> {
  const told = sql`${eventContents.contents} -> 'after' ->> 'verdict'`;
  const rows = await tx
    .select({ sequence: events.sequence, contents: eventContents.contents })
    .from(events)
    .innerJoin(eventContents, eq(eventContents.eventId, events.id))
    .where(
      and(
        eq(events.subjectId, applicationId),
        eq(events.type, 'question.reviewed'),
        sql`${told} <> 'sufficient'`,
      ),
    )
    .orderBy(asc(events.sequence));
  return rows.map(({ sequence, contents }) => {
    const { round, questionId, after } = contents as {
      round: number;
      questionId: QuestionId;
      after: Review;
    };
    return { sequence, round, questionId, verdict: after.verdict, note: after.noteToSupplier };
  });
}
