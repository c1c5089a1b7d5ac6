import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { conditions, decisions, eventContents, events, people } from '@/db/schema';
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

export type CaseNote = ShownNote & { questionId: QuestionId | null };

/** The notes on questions, by question. */
export function notesByQuestion(notes: readonly CaseNote[]): Map<QuestionId, ShownNote[]> {
  const found = new Map<QuestionId, ShownNote[]>();
  for (const { questionId, ...note } of notes)
    if (questionId) found.set(questionId, [...(found.get(questionId) ?? []), note]);
  return found;
}

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
